using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Mails;

/// <summary>Tells a reader by mail what was done to the account, so that who did not do it can act (ASVS 6.3.7).</summary>
public class NoticeMails(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } =
        [AccountMails.AddressAsked, AccountMails.AddressChanged, AccountMails.PasswordChanged, AccountMails.NewDevice, AccountMails.FactorChanged, AccountMails.CodesRefused, AccountMails.Deleted];

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        if (await LanguageAsync(mail, cancel) is not { } language)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(language));
        var zone = await masthead.ZoneAsync(cancel);
        return await writer.WriteAsync(mail, t, paper => Write(mail, t, paper, zone), cancel);
    }

    private Letter Write(OutgoingMail mail, Phrases t, string paper, TimeZoneInfo zone) => mail.Kind switch
    {
        AccountMails.AddressAsked => Letters.AddressAsked(t, paper, address.Of("/mon-compte/securite")),
        AccountMails.AddressChanged => Letters.AddressChanged(t, paper),
        AccountMails.PasswordChanged => Letters.PasswordChanged(t, paper, address.Of("/mot-de-passe-oublie")),
        AccountMails.NewDevice => NewDevice(mail, t, paper, zone),
        AccountMails.FactorChanged => FactorChanged(mail, t, paper, zone),
        AccountMails.CodesRefused => FactorLetters.Refused(t, paper, address.Of("/mot-de-passe-oublie")),
        _ => Letters.Deleted(t, paper),
    };

    private Letter NewDevice(OutgoingMail mail, Phrases t, string paper, TimeZoneInfo zone)
    {
        var notice = Read<DeviceNotice>(mail);
        return Letters.NewDevice(t, paper, notice.Device, Local(notice.At, zone), address.Of("/mon-compte/securite"));
    }

    private Letter FactorChanged(OutgoingMail mail, Phrases t, string paper, TimeZoneInfo zone)
    {
        var notice = Read<FactorNotice>(mail);
        return FactorLetters.Changed(t, paper, notice, Local(notice.At, zone), address.Of("/mon-compte/securite"));
    }

    private static DateTime Local(DateTime at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at.ToUniversalTime(), DateTimeKind.Utc), zone);

    /// <summary>Null when the account is gone: nobody is left to be told, but by the farewell itself.</summary>
    private async Task<string?> LanguageAsync(OutgoingMail mail, CancellationToken cancel)
    {
        if (mail.Kind == AccountMails.Deleted)
        {
            return Read<Farewell>(mail).Language;
        }

        var id = Read<AccountNotice>(mail).AccountId;
        return await db.Accounts.AsNoTracking().Where(a => a.Id == id).Select(a => a.Language).FirstOrDefaultAsync(cancel);
    }

    private static T Read<T>(OutgoingMail mail) => JsonSerializer.Deserialize<T>(mail.Arguments)!;
}

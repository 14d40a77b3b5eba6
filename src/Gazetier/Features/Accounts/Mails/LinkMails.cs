using System.Text.Json;
using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Mails;

/// <summary>
/// Mails with a single-use link. The link is made here, when the mail leaves: until then nothing secret rests anywhere,
/// and who asked was answered without anybody looking whether the address is known (S-01).
/// </summary>
public class LinkMails(GazetierDb db, LetterWriter writer, PublicAddress address, TimeProvider clock) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } =
        [AccountMails.Registration, AccountMails.SignIn, AccountMails.Recovery, AccountMails.AddressCheck, AccountMails.Appointed];

    public Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel) => mail.Kind switch
    {
        AccountMails.Registration => RegistrationAsync(mail, cancel),
        AccountMails.SignIn => SignInAsync(mail, cancel),
        AccountMails.Recovery => RecoveryAsync(mail, cancel),
        AccountMails.Appointed => AppointedAsync(mail, cancel),
        _ => AddressCheckAsync(mail, cancel),
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<Email?> RegistrationAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var id = Read<RegistrationRequest>(mail).RegistrationId;
        if (await db.Registrations.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.ConfirmedAt == null, cancel) is not { } asked)
        {
            return null;
        }

        if (await KnownAsync(mail, cancel) is { } account)
        {
            var signIn = await MakeAsync(MailedLinkPurpose.SignIn, "/connexion/lien/", MailedLinks.LongLifetime, l => (l.AccountId, l.ReturnPath) = (account.Id, asked.ReturnPath), cancel);
            return await WriteAsync(mail, account.Language, (t, paper) => Letters.AlreadyRegistered(t, paper, signIn), cancel);
        }

        var confirm = await MakeAsync(MailedLinkPurpose.ConfirmRegistration, "/inscription/confirmer/", MailedLinks.LongLifetime, l => (l.RegistrationId, l.ReturnPath) = (asked.Id, asked.ReturnPath), cancel);
        return await WriteAsync(mail, asked.Language, (t, paper) => Letters.Confirm(t, paper, confirm), cancel);
    }

    private async Task<Email?> SignInAsync(OutgoingMail mail, CancellationToken cancel)
    {
        if (await KnownAsync(mail, cancel) is not { } account)
        {
            return null;
        }

        var path = Read<LinkRequest>(mail).ReturnPath;
        var link = await MakeAsync(MailedLinkPurpose.SignIn, "/connexion/lien/", MailedLinks.Lifetime, l => (l.AccountId, l.ReturnPath) = (account.Id, path), cancel);
        return await WriteAsync(mail, account.Language, (t, paper) => Letters.SignIn(t, paper, link), cancel);
    }

    private async Task<Email?> RecoveryAsync(OutgoingMail mail, CancellationToken cancel)
    {
        if (await KnownAsync(mail, cancel) is not { } account)
        {
            return null;
        }

        var link = await MakeAsync(MailedLinkPurpose.ResetPassword, "/mot-de-passe/", MailedLinks.Lifetime, l => l.AccountId = account.Id, cancel);
        return await WriteAsync(mail, account.Language, (t, paper) => Letters.Recovery(t, paper, link), cancel);
    }

    private async Task<Email?> AppointedAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var id = Read<AccountNotice>(mail).AccountId;
        // Who was dismissed before the mail left needs no way in.
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Role != null, cancel) is not { } account)
        {
            return null;
        }

        var link = await MakeAsync(MailedLinkPurpose.SignIn, "/connexion/lien/", MailedLinks.LongLifetime, l => (l.AccountId, l.ReturnPath) = (account.Id, "/redaction"), cancel);
        return await WriteAsync(mail, account.Language, (t, paper) => FactorLetters.Appointed(t, paper, link), cancel);
    }

    private async Task<Email?> AddressCheckAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var id = Read<AccountNotice>(mail).AccountId;
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } account)
        {
            return null;
        }

        // Who asks for somebody else's address is told nothing; its owner is.
        if (await KnownAsync(mail, cancel) is { } owner)
        {
            return await WriteAsync(mail, owner.Language, Letters.AddressTaken, cancel);
        }

        var link = await MakeAsync(MailedLinkPurpose.ChangeEmail, "/mon-adresse/", MailedLinks.LongLifetime, l => (l.AccountId, l.NewEmail) = (account.Id, mail.To), cancel);
        return await WriteAsync(mail, account.Language, (t, paper) => Letters.AddressCheck(t, paper, link), cancel);
    }

    private Task<Account?> KnownAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var key = EmailAddress.Key(mail.To);
        return db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == key, cancel);
    }

    private async Task<string> MakeAsync(MailedLinkPurpose purpose, string path, TimeSpan lifetime, Action<MailedLink> fill, CancellationToken cancel)
    {
        var token = db.AddLink(purpose, Now, lifetime, fill);
        await db.SaveChangesAsync(cancel);
        return address.Of(path + token);
    }

    private async Task<Email?> WriteAsync(OutgoingMail mail, string language, Func<Phrases, string, Letter> write, CancellationToken cancel)
    {
        var t = new Phrases(LanguageOfRequest.FromCode(language));
        return await writer.WriteAsync(mail, t, paper => write(t, paper), cancel);
    }

    private static T Read<T>(OutgoingMail mail) => JsonSerializer.Deserialize<T>(mail.Arguments)!;
}

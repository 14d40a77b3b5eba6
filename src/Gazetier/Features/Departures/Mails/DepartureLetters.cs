using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Print;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Departures.Mails;

/// <summary>
/// The acknowledgement of a declaration: when it came, what it ends and when, what follows, and its copy (L-03, L-10). Where no contract
/// was found, it says nothing that would tell whether the address has one (L-02).
/// </summary>
public class DepartureLetters(GazetierDb db, LetterWriter writer, Masthead masthead, ReadPolicy robots, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [DepartureMails.Received];

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<DepartureMail>(mail.Arguments)!;
        var declared = await db.Departures.AsNoTracking().Include(d => d.Subscription).FirstOrDefaultAsync(d => d.Id == asked.DepartureId, cancel);
        if (declared is null)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(declared.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var imprint = await masthead.ImprintAsync(cancel);
        var email = await writer.WriteAsync(mail, t, paper => Write(declared, t, paper, zone, imprint.ContactEmail), cancel);
        var policy = (await robots.RunAsync(cancel)).Paper.ReservesMining ? address.Of(SayLicence.Page) : null;
        var sheet = DepartureSheet.Of(declared, t, imprint, zone) with { MiningPolicy = policy };
        return email with { Files = [AttachedFile.Pdf(declared.Number, PrintSheet.ToPdf(sheet))] };
    }

    private Letter Write(Departure declared, Phrases t, string paper, TimeZoneInfo zone, string contact)
    {
        var isWithdrawal = declared.Kind == DepartureKind.Withdrawal;
        return new Letter(
            isWithdrawal ? t["Accusé de réception de votre rétractation"] : t["Accusé de réception de votre résiliation"],
            [
                t["Bonjour,"],
                isWithdrawal
                    ? t["{0} a reçu votre rétractation le {1}, sous le numéro {2}.", paper, t.Moment(declared.ReceivedAt, zone), declared.Number]
                    : t["{0} a reçu la notification de votre résiliation le {1}, sous le numéro {2}.", paper, t.Moment(declared.ReceivedAt, zone), declared.Number],
                .. declared.Subscription is { } contract ? DepartureText.Effects(declared, contract, t, zone) : [t["Le service des abonnements rapproche votre déclaration de votre contrat et vous écrit la date de fin et ses effets. Vous n’avez rien d’autre à faire."]],
            ])
        {
            Link = declared.Subscription is null ? null : address.Of("/mon-compte/abonnement"),
            LinkText = t["Voir mon abonnement"],
            After =
            [
                .. DepartureText.Copy(declared, t),
                .. contact.Length == 0 ? [] : new[] { t["Si ce n’est pas vous, ou pour toute question : {0}.", contact] },
            ],
        };
    }
}

using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Subscriptions.Mails;

/// <summary>Which notice a mail is.</summary>
public sealed record RenewalMail(Guid NoticeId, string Language);

/// <summary>The letter that L215-1 wants: clear, with the last day to say no in a frame. It leaves as it was kept.</summary>
public class RenewalLetters(GazetierDb db, LetterWriter writer, PublicAddress address) : IComposeMail
{
    public const string Kind = "renewal.notice";

    public IReadOnlyCollection<string> Kinds { get; } = [Kind];

    /// <summary>The first paragraph belongs into the frame (encadré apparent).</summary>
    public static (string Subject, IReadOnlyList<string> Paragraphs) Write(Subscription contract, Phrases t, string paper, TimeZoneInfo zone)
    {
        var last = t.Day(contract.Until.AddTicks(-1), zone);
        return (t["Votre abonnement à {0} se renouvelle le {1}", paper, t.Day(contract.Until, zone)],
        [
            t["Vous pouvez refuser ce renouvellement jusqu’au {0} inclus.", last],
            t["Bonjour,"],
            contract.NextOffer is { } next
                ? t["Votre contrat {0}, « {1} », arrive à son terme le {2}. Sans démarche de votre part, il se poursuit par la formule que vous avez choisie : {3}.", contract.Reference, contract.Origin, last, next.Name]
                : t["Votre contrat {0}, « {1} », arrive à son terme le {2}. Sans démarche de votre part, il est renouvelé aux conditions de la même formule.", contract.Reference, contract.Origin, last],
            t["Si vous ne voulez pas le renouveler, il suffit de le dire avant cette date, sans frais et sans motif : par le lien ci-dessous, ou par retour de ce message."],
            t["Articles L215-1 à L215-3 et L241-3 du code de la consommation : le professionnel vous informe par écrit, entre trois mois et un mois avant le terme, de la possibilité de ne pas reconduire le contrat ; sinon, vous pouvez y mettre fin gratuitement, à tout moment après la reconduction, et ce que vous avez payé d’avance vous est rendu dans les trente jours."],
        ]);
    }

    /// <summary>The first paragraph is the one in the frame.</summary>
    private static Letter Kept(RenewalNotice notice)
    {
        var paragraphs = notice.Text.Split('\n');
        return new Letter(notice.Subject, paragraphs[1..]) { Framed = paragraphs[0] };
    }

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<RenewalMail>(mail.Arguments)!;
        var notice = await db.RenewalNotices.AsNoTracking().Include(n => n.Subscription).FirstOrDefaultAsync(n => n.Id == asked.NoticeId, cancel);
        if (notice is null)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        return await writer.WriteAsync(
            mail,
            t,
            _ => Kept(notice) with { Link = address.Of("/resilier?contrat=" + notice.Subscription.Reference), LinkText = t["Ne pas renouveler"] },
            cancel);
    }
}

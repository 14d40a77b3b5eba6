using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mails;

/// <summary>What stewards are told when one of their people comes in with another employer (P-06). Not with which.</summary>
public class LeftLetters(GazetierDb db, LetterWriter writer, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [OrganisationMails.Left];

    /// <summary>Null where one of the two accounts, or the organisation, is gone.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<LeftMail>(mail.Arguments)!;
        var who = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == asked.AccountId, cancel);
        var language = await db.Accounts.Where(a => a.Id == asked.StewardId).Select(a => a.Language).FirstOrDefaultAsync(cancel);
        var organisation = await db.Organisations.Where(o => o.Id == asked.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        if (who is null || language is null || organisation is null)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(language));
        return await writer.WriteAsync(mail, t, _ => Left(t, who, organisation, asked), cancel);
    }

    private Letter Left(Phrases t, Account who, string organisation, LeftMail asked) =>
        new(t["{0} ne vient plus de {1}", who.CalledName, organisation],
            [
                t["Bonjour,"],
                t["{0} ({1}) avait une place dans l’abonnement de {2}. À sa dernière connexion, ProConnect a nommé un autre employeur.", who.CalledName, who.Email, organisation],
                asked.Stays ? t["Une place qui lui a été donnée autrement que par le SIRET reste la sienne. Si cette personne est partie, retirez-la."] : t["Sa place venait du SIRET : elle est libre pour quelqu’un d’autre. La personne en est prévenue."],
            ])
        {
            Link = address.Of($"/organisation/{asked.OrganisationId}"),
            LinkText = t["Voir les places"],
        };
}

using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners.Mails;

public sealed record LeadMail(Guid LeadId);

/// <summary>Brings a partner what a reader wrote. In French: it is the newspaper's customer who reads it.</summary>
public class LeadLetters(GazetierDb db, LetterWriter writer) : IComposeMail
{
    public const string Kind = "partner.lead";

    public IReadOnlyCollection<string> Kinds { get; } = [Kind];

    /// <summary>Null where the reader had it erased before it left.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<LeadMail>(mail.Arguments)!;
        var lead = await db.Leads.AsNoTracking().Include(l => l.Insertion).FirstOrDefaultAsync(l => l.Id == asked.LeadId, cancel);
        if (lead is null)
        {
            return null;
        }

        var t = new Phrases(Language.French);
        return await writer.WriteAsync(
            mail,
            t,
            _ => new Letter(
                t["Un lecteur vous écrit : {0}", lead.Insertion.Title],
                [
                    t["Bonjour,"],
                    t["Ce lecteur a rempli le formulaire de votre annonce « {0} » :", lead.Insertion.Title],
                    string.Join('\n', new[] { lead.Name, lead.Function, lead.Organisation, lead.Email }.Where(line => line.Length > 0)),
                    lead.Message,
                    t["Ces données vous sont transmises pour lui répondre, et pour rien d’autre. Nous effaçons les nôtres après {0} jours.", Lead.DaysKept],
                ]),
            cancel);
    }
}

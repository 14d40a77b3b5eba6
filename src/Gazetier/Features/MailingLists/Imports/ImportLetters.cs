using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>Tells who was put on a list by an import: since when, by what they said where, and how to leave it.</summary>
public class ImportLetters(GazetierDb db, LetterWriter writer, UnsubscribeLink links, ListsOfReader lists, Masthead masthead, PublicAddress address) : IComposeMail
{
    public IReadOnlyCollection<string> Kinds { get; } = [ApplyImport.Told];

    /// <summary>Null where the account or the import is gone, or the reader has left already.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var told = JsonSerializer.Deserialize<ToldOfImport>(mail.Arguments)!;
        var import = await db.ListImports.AsNoTracking().Select(i => new { i.Id, i.List, i.Title }).FirstOrDefaultAsync(i => i.Id == told.ImportId, cancel);
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == told.AccountId, cancel);
        if (import is null || account is null || !(await lists.OnAmongAsync([account.Id], import.List, cancel)).Contains(account.Id))
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(account.Language));
        var zone = await masthead.ZoneAsync(cancel);
        var token = (await links.ForAsync(import.List, cancel))(account.Id);
        var letter = await writer.WriteAsync(
            mail,
            t,
            newspaper => new Letter(
                t["Vous recevrez {0}", import.Title],
                [t["Bonjour,"], t["Le {0}, vous avez demandé à recevoir {1} : « {2} ». {3} vous l’envoie désormais.", t.Day(told.At, zone), import.Title, told.Origin, newspaper]])
            {
                Link = address.Of($"/u/{token}/envois"),
                LinkText = t["Choisir ce que je reçois, ou tout arrêter"],
                After = [t["Si ce n’était pas vous, ce lien arrête tout en un geste."]],
            },
            cancel);
        return letter with
        {
            Headers = [.. letter.Headers, KeyValuePair.Create("List-Unsubscribe", $"<{address.Of("/u/" + token)}>"), KeyValuePair.Create("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")],
        };
    }
}

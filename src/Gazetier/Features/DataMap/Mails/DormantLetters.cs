using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.DataMap.Mails;

/// <param name="GoesAt">UTC.</param>
public sealed record DormantMail(Guid AccountId, DateTime GoesAt);

/// <summary>Tells who has not come for years that the account is about to go.</summary>
public class DormantLetters(GazetierDb db, LetterWriter writer, Masthead masthead, PublicAddress address) : IComposeMail
{
    public const string Kind = "account.dormant";

    public IReadOnlyCollection<string> Kinds { get; } = [Kind];

    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<DormantMail>(mail.Arguments)!;
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == asked.AccountId, cancel);
        if (account is null)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(account.Language));
        var day = t.Day(asked.GoesAt, await masthead.ZoneAsync(cancel));
        return await writer.WriteAsync(
            mail,
            t,
            _ => new Letter(
                t["Votre compte sera effacé le {0}", day],
                [
                    t["Bonjour,"],
                    t["Personne ne s’est connecté à votre compte depuis près de trois ans. Nous ne gardons pas de données qui ne servent plus : le {0}, il sera effacé, avec ce que vous suivez et les lettres que vous recevez.", day],
                    t["Pour le garder, il suffit de vous connecter d’ici là. Sinon, vous n’avez rien à faire."],
                ])
            {
                Link = address.Of("/connexion"),
                LinkText = t["Garder mon compte"],
            },
            cancel);
    }
}

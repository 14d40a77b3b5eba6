using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Dossiers;

/// <summary>Puts the articles of a dossier in an order, adds one at the end, takes one out (G-02).</summary>
public class ArrangeDossier(GazetierDb db, TimeProvider clock)
{
    /// <param name="typed">The number that each article got; one that somebody added meanwhile keeps its turn.</param>
    /// <param name="action">"monter:3", "descendre:3", "retirer:3", "ajouter:3", with the number of an article; else nothing more.</param>
    /// <returns>False where there is no such dossier.</returns>
    public Task<bool> RunAsync(string slug, IReadOnlyDictionary<long, int?> typed, string? action, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            if (await db.Dossiers.Include(d => d.Parts).FirstOrDefaultAsync(d => d.Slug == slug, token) is not { } dossier)
            {
                return false;
            }

            var parts = dossier.Parts.OrderBy(p => p.Position).ThenBy(p => p.ArticleId).InTypedOrder(p => typed.GetValueOrDefault(p.ArticleId));
            var touched = await ActAsync(dossier, parts, action, token);
            foreach (var (index, part) in parts.Index())
            {
                part.Position = index + 1;
            }

            var now = clock.GetUtcNow().UtcDateTime;
            db.Append(now, "dossier.arranged", [ArticleTags.Dossier(dossier.Id), .. touched]);
            db.Record(now, staff, "dossier.arranged", null, dossier.Title);
            return true;
        },
        cancel);

    /// <returns>Tags of the article that came or went: its own page names its dossiers.</returns>
    private async Task<IEnumerable<string>> ActAsync(Dossier dossier, List<DossierPart> parts, string? action, CancellationToken cancel)
    {
        if (action?.Split(':') is not [var verb, var number] || !long.TryParse(number, CultureInfo.InvariantCulture, out var article))
        {
            return [];
        }

        var at = parts.FindIndex(p => p.ArticleId == article);
        switch (verb)
        {
            case "monter" or "descendre":
                parts.Move(at, verb == "monter" ? -1 : 1);
                return [];
            case "retirer" when at >= 0:
                dossier.Parts.Remove(parts[at]);
                parts.RemoveAt(at);
                break;
            case "ajouter" when at < 0 && await db.Articles.AnyAsync(a => a.Id == article, cancel):
                var part = new DossierPart { DossierId = dossier.Id, ArticleId = article };
                dossier.Parts.Add(part);
                parts.Add(part);
                break;
            default:
                return [];
        }

        return [ArticleTags.Article(article), ArticleTags.Front];
    }
}

using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Imports;

/// <summary>
/// Writes a batch of imported articles in one short transaction, with one line of the change log that names everything
/// they touch. An article that stands there with the same content is not written again.
/// </summary>
internal sealed class WriteArticles(IServiceScopeFactory scopes, TimeProvider clock, Shelf shelf)
{
    /// <returns>What became of each article, in their order.</returns>
    public async Task<IReadOnlyList<ImportOutcome>> RunAsync(IReadOnlyList<ImportedArticle> articles, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var placed = articles.Select(article => (Article: article, Placing: shelf.Place(article))).ToList();
        return await db.InTransactionAsync(
            async token =>
            {
                var tags = new HashSet<string>(StringComparer.Ordinal);
                if (shelf.Owed.OfType<Section>().Any())
                {
                    tags.Add(Masthead.Tag);
                }

                db.AddRange(shelf.Owed);
                var known = await LoadAsync(db, placed, token);
                var dossiers = await DossierOrder.ReadAsync(db, placed.Select(p => p.Placing.Dossier), token);
                var written = new List<Article>();
                var outcomes = placed.ConvertAll(p => Write(db, known, dossiers, p.Article, p.Placing, now, tags, written));
                if (written.Count > 0)
                {
                    // The numbers of the new ones are known once they are saved.
                    await db.SaveChangesAsync(token);
                    await dossiers.SortAsync(db, token);
                    db.Append(now, "articles.imported", tags.Concat(written.SelectMany(ArticleTags.Of)));
                }

                return outcomes;
            },
            cancel);
    }

    /// <summary>What stands there already; the sections and themes of the batch are tracked with it.</summary>
    private static async Task<Dictionary<string, Article>> LoadAsync(
        GazetierDb db, List<(ImportedArticle Article, Placing Placing)> placed, CancellationToken cancel)
    {
        var sections = placed.SelectMany(p => p.Placing.OtherSections).Distinct().ToList();
        await db.Sections.Where(s => EF.Parameter(sections).Contains(s.Id)).LoadAsync(cancel);
        var themes = placed.SelectMany(p => p.Placing.Themes).Distinct().ToList();
        await db.Themes.Where(t => EF.Parameter(themes).Contains(t.Id)).LoadAsync(cancel);
        var keys = placed.ConvertAll(p => p.Article.Key);
        return await db.Articles.Include(a => a.Themes).Include(a => a.OtherSections).Include(a => a.Bylines).Include(a => a.DossierParts)
            .AsSplitQuery().Where(a => EF.Parameter(keys).Contains(a.ImportKey!)).ToDictionaryAsync(a => a.ImportKey!, StringComparer.Ordinal, cancel);
    }

    private static ImportOutcome Write(
        GazetierDb db,
        Dictionary<string, Article> known,
        DossierOrder dossiers,
        ImportedArticle imported,
        Placing placing,
        DateTime now,
        HashSet<string> tags,
        List<Article> written)
    {
        if (!known.TryGetValue(imported.Key, out var article))
        {
            article = new Article { Slug = imported.Slug, Headline = imported.Headline, ImportKey = imported.Key, Status = ArticleStatus.Published };
            Overwrite.Apply(db, article, imported, placing, dossiers, now);
            db.Articles.Add(article);
            written.Add(article);
            return ImportOutcome.Created;
        }

        var before = ArticleTags.Of(article).ToList();
        var isMoved = Overwrite.Apply(db, article, imported, placing, dossiers, now);
        if (!isMoved && db.Entry(article).State == EntityState.Unchanged)
        {
            return ImportOutcome.Unchanged;
        }

        tags.UnionWith(before);
        written.Add(article);
        return ImportOutcome.Updated;
    }
}

/// <summary>What became of an imported article.</summary>
internal enum ImportOutcome
{
    Created,
    Updated,
    Unchanged,
}

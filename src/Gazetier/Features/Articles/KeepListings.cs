using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gazetier.Features.Articles;

/// <summary>
/// Keeps <see cref="Listing"/> true: what a save does to the lists of articles is noted before it and written after it, in the
/// same transaction. Whoever writes articles past the context (<c>generate</c>) calls <see cref="RewriteAsync"/> itself.
/// </summary>
internal sealed class KeepListings
{
    /// <summary>Articles in one statement: SQLite takes a million characters.</summary>
    private const int Chunk = 5_000;

    // By what stands for them: a new article has no number before it is saved.
    private readonly List<object> _touched = [];
    private readonly List<Guid> _movedSections = [];

    public static KeepListings TouchedBy(ChangeTracker tracker)
    {
        var listings = new KeepListings();
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            listings.Note(entry);
        }

        return listings;
    }

    public bool Any => _touched.Count + _movedSections.Count > 0;

    /// <summary>After the save.</summary>
    public async Task WriteAsync(GazetierDb db, CancellationToken cancel)
    {
        List<long> moved = _movedSections.Count == 0 ? [] : await db.Listings.Where(l => _movedSections.Contains(l.ListId)).Select(l => l.ArticleId).ToListAsync(cancel);
        if (moved.Count > 0)
        {
            // Whoever keeps a copy of them (search) sees by their version that it is old.
            await db.Articles.Where(a => moved.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, x => x.Version + 1), cancel);
        }

        await RewriteAsync(db, _touched.Select(ArticleOf).Concat(moved).Distinct(), cancel);
    }

    /// <summary>Writes the lists that these articles stand in anew, from the articles; in the transaction that is open.</summary>
    public static async Task RewriteAsync(GazetierDb db, IEnumerable<long> articles, CancellationToken cancel)
    {
        foreach (var chunk in articles.Chunk(Chunk))
        {
            var ids = string.Join(',', chunk.Select(id => id.ToString(CultureInfo.InvariantCulture)));
            await db.Database.ExecuteSqlRawAsync(Delete(ids), cancel);
            await db.Database.ExecuteSqlRawAsync(Insert(ids), cancel);
        }
    }

    private void Note(EntityEntry entry)
    {
        var isModified = entry.State == EntityState.Modified;
        switch (entry.Entity)
        {
            case Section when isModified && entry.Property(nameof(Section.ParentId)).IsModified:
                _movedSections.Add(((Section)entry.Entity).Id);
                break;
            case Article when !isModified || IsMoved(entry):
            case Byline or DossierPart when !isModified:
            case Dictionary<string, object> when entry.Metadata.Name is "ArticleThemes" or "ArticleSections" or "ArticlePlaces" or "ArticleLegalTexts":
                _touched.Add(entry.Entity);
                break;
        }
    }

    private static bool IsMoved(EntityEntry article) =>
        article.Property(nameof(Article.Status)).IsModified
        || article.Property(nameof(Article.PublishedAt)).IsModified
        || article.Property(nameof(Article.MainSectionId)).IsModified;

    private static long ArticleOf(object row) => row switch
    {
        Article article => article.Id,
        Byline byline => byline.ArticleId,
        DossierPart part => part.ArticleId,
        _ => (long)((Dictionary<string, object>)row)["ArticleId"],
    };

    private static string Delete(string ids) => $"DELETE FROM \"Listings\" WHERE \"ArticleId\" IN ({ids})";

    // UNION, not UNION ALL: an article in two sections stands once in the one above them, and a circle in the tree ends.
    private static string Insert(string ids) =>
        $"""
        WITH RECURSIVE
          shown AS (
            SELECT "Id", "PublishedAt", "MainSectionId" FROM "Articles"
            WHERE "Id" IN ({ids}) AND "Status" = 'Published' AND "PublishedAt" IS NOT NULL),
          placed("ArticleId", "SectionId") AS (
            SELECT "Id", "MainSectionId" FROM shown
            UNION SELECT "ArticleId", "SectionId" FROM "ArticleSections" WHERE "ArticleId" IN ({ids})
            UNION SELECT placed."ArticleId", s."ParentId" FROM placed JOIN "Sections" s ON s."Id" = placed."SectionId" WHERE s."ParentId" IS NOT NULL),
          situated("ArticleId", "PlaceId") AS (
            SELECT "ArticleId", "PlaceId" FROM "ArticlePlaces" WHERE "ArticleId" IN ({ids})
            UNION SELECT situated."ArticleId", p."ParentId" FROM situated JOIN "Places" p ON p."Id" = situated."PlaceId" WHERE p."ParentId" IS NOT NULL),
          listed("ArticleId", "ListId") AS (
            SELECT "ArticleId", "SectionId" FROM placed
            UNION ALL SELECT "ArticleId", "ThemeId" FROM "ArticleThemes" WHERE "ArticleId" IN ({ids})
            UNION ALL SELECT "ArticleId", "DossierId" FROM "DossierParts" WHERE "ArticleId" IN ({ids})
            UNION ALL SELECT "ArticleId", "AuthorId" FROM "Bylines" WHERE "ArticleId" IN ({ids})
            UNION ALL SELECT "ArticleId", "PlaceId" FROM situated
            UNION ALL SELECT "ArticleId", "LegalTextId" FROM "ArticleLegalTexts" WHERE "ArticleId" IN ({ids})
            UNION ALL SELECT "ArticleId", "ListId" FROM "KeywordMatches" WHERE "ArticleId" IN ({ids}))
        INSERT INTO "Listings" ("ListId", "PublishedAt", "ArticleId")
        SELECT listed."ListId", shown."PublishedAt", shown."Id" FROM shown JOIN listed ON listed."ArticleId" = shown."Id"
        """;
}

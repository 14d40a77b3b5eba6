using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews;

/// <summary>Reads an article as it would appear if its newest revision were published now. Nothing is written.</summary>
public class ReadWrittenArticle(GazetierDb db, TimeProvider clock)
{
    /// <returns>Null where there is no such article.</returns>
    public async Task<WrittenArticle?> RunAsync(long id, CancellationToken cancel)
    {
        var article = await db.Articles.AsNoTracking().AsSplitQuery().Whole().FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (article is null || await db.NewestContentAsync(id, cancel) is not { } content)
        {
            return null;
        }

        var savedAt = await db.Manuscripts.Where(m => m.ArticleId == id).Select(m => (DateTime?)m.SavedAt).FirstOrDefaultAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var isOut = article.IsPublished(now);
        return new WrittenArticle(content.LaidOver(article, await PartsAsync(content, cancel), now), isOut, savedAt ?? article.PublishedAt ?? now);
    }

    private async Task<ContentParts> PartsAsync(Content content, CancellationToken cancel)
    {
        Guid[] sections = [content.MainSection, .. content.OtherSections];
        return new ContentParts(
            await db.Sections.AsNoTracking().Where(s => sections.Contains(s.Id)).ToListAsync(cancel),
            await db.Themes.AsNoTracking().Where(t => content.Themes.Contains(t.Id)).ToListAsync(cancel),
            await db.Authors.AsNoTracking().Include(a => a.Portrait).Where(a => content.Authors.Contains(a.Id)).ToListAsync(cancel),
            await db.Dossiers.AsNoTracking().Where(d => content.Dossiers.Contains(d.Id)).ToListAsync(cancel),
            await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == content.LeadPicture, cancel));
    }
}

/// <summary>An article as it is being written.</summary>
/// <param name="Article">Of no context: it cannot be saved.</param>
/// <param name="IsOut">Whether readers have it, in this version or in an earlier one.</param>
/// <param name="SavedAt">UTC; of the newest revision.</param>
public sealed record WrittenArticle(Article Article, bool IsOut, DateTime SavedAt);

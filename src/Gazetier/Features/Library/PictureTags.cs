using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Magazine;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>Which kept pages show a picture.</summary>
internal static class PictureTags
{
    // Beyond, to say each page costs more than to make all anew.
    private const int Most = 50;

    public static async Task<IReadOnlyList<string>> OfAsync(GazetierDb db, PictureUses uses, Picture picture, CancellationToken cancel)
    {
        // A portrait stands under every article of its author.
        if (await db.Authors.AnyAsync(a => a.PortraitId == picture.Id, cancel))
        {
            return [ChangeLog.Everything];
        }

        IReadOnlyList<string> covers = await db.PrintIssues.AnyAsync(i => i.CoverId == picture.Id, cancel) ? [MagazineQueries.Tag] : [];
        var articles = await uses.ArticlesAsync(picture, cancel);
        return articles.Count > Most ? [ChangeLog.Everything] : [.. covers, .. articles.SelectMany(ArticleTags.Of).Distinct(StringComparer.Ordinal)];
    }
}

using Gazetier.Data;

namespace Gazetier.Features.Articles;

public static class CorrectionQueries
{
    /// <summary>What readers were told of articles that they may find at <paramref name="now"/> (UTC), the newest first.</summary>
    public static IQueryable<CorrectionLine> CorrectionsTold(this GazetierDb db, DateTime now) => db.Corrections
        .Join(db.Articles.Published(now), correction => correction.ArticleId, article => article.Id, (correction, article) => new { correction, article })
        .OrderByDescending(both => both.correction.At).ThenByDescending(both => both.correction.Id)
        .Select(both => new CorrectionLine(both.correction.Id, both.correction.At, both.correction.Text, both.article.Id, both.article.Slug, both.article.Headline));
}

/// <summary>A correction in the list of all.</summary>
/// <param name="At">UTC.</param>
public sealed record CorrectionLine(Guid Id, DateTime At, string Text, long ArticleId, string Slug, string Headline)
{
    /// <summary>Where the article says it.</summary>
    public string Path => ArticleAddress.Of(ArticleId, Slug) + "#corrections";
}

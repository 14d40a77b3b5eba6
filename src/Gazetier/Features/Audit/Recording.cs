using Gazetier.Data;
using Gazetier.Features.Accounts;

namespace Gazetier.Features.Audit;

/// <summary>Writes the newsroom's record, within whatever the caller is about to save.</summary>
public static class Recording
{
    /// <summary>Adds a line that is written with the act itself, or not at all.</summary>
    /// <param name="what">A thing and what was done to it: "article.published".</param>
    /// <param name="detail">Cut at <see cref="Act.MaxDetail"/> characters.</param>
    public static void Record(this GazetierDb db, DateTime now, SignedIn by, string what, long? articleId = null, string detail = "") =>
        db.Acts.Add(new Act
        {
            At = now,
            ById = by.AccountId,
            ByName = by.DisplayName,
            What = what,
            ArticleId = articleId,
            Detail = detail.Length <= Act.MaxDetail ? detail : detail[..Act.MaxDetail],
        });
}

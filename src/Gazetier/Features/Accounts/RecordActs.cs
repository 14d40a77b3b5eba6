using Gazetier.Data;
using Gazetier.Features.Audit;

namespace Gazetier.Features.Accounts;

/// <summary>Writes the newsroom's record (S-09), within whatever the caller is about to save: with the act itself, or not at all.</summary>
public static class RecordActs
{
    /// <summary>Who acts on the command line: nobody that the newspaper knows.</summary>
    private const string AtTheConsole = "Ligne de commande";

    /// <param name="what">A thing and what was done to it: "article.published".</param>
    /// <param name="detail">No address, nothing secret: lines are kept and shown. Cut at <see cref="Act.MaxDetail"/> characters.</param>
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

    /// <summary>Something that was done to an account.</summary>
    /// <param name="by">Null: at the server's console.</param>
    public static void RecordAbout(this GazetierDb db, DateTime now, SignedIn? by, Account whom, string what, string detail = "") =>
        db.Acts.Add(new Act
        {
            At = now,
            ById = by?.AccountId ?? Guid.Empty,
            ByName = by?.DisplayName ?? AtTheConsole,
            What = what,
            AboutId = whom.Id,
            AboutName = whom.CalledName,
            Detail = detail,
        });

    /// <summary>Something that somebody of the staff did to their own account; of readers nothing is recorded.</summary>
    public static void RecordOwn(this GazetierDb db, DateTime now, Account staff, string what, string detail)
    {
        if (staff.Role is not null)
        {
            db.Acts.Add(new Act { At = now, ById = staff.Id, ByName = staff.CalledName, What = what, Detail = detail });
        }
    }
}

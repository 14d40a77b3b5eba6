using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Features.Redirects;

namespace Gazetier.Features.Headings;

/// <summary>What follows a change of a section, theme, dossier or author, in the transaction of the change.</summary>
public static class HeadingChanges
{
    /// <param name="before">As it was; null for one that is new.</param>
    /// <param name="after">As it is.</param>
    public static async Task ChangedAsync(this GazetierDb db, FollowKind kind, Named? before, Named after, DateTime now, SignedIn staff, CancellationToken cancel)
    {
        if (before is not null && before.Slug != after.Slug)
        {
            await db.MoveAddressAsync(HeadingAddress.Of(kind, before.Slug), HeadingAddress.Of(kind, after.Slug), cancel);
        }

        var what = $"{Followable.NameOf(kind)}.{(before is null ? "created" : "changed")}";
        // A name stands on cards, in menus and in feeds: such a change is rare, and no list of pages is worth keeping for it.
        db.Append(now, what, ChangeLog.Everything);
        db.Record(now, staff, what, null, before is null || before.Name == after.Name ? after.Name : $"{before.Name} → {after.Name}");
    }
}

using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Clubs;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>Says of who writes what readers should know: that they are of the newsroom, wrote the article, or belong to its club.</summary>
public class BadgeOfComment(GazetierDb db, OpenClubs clubs, Masthead masthead, TimeProvider clock)
{
    public async Task<CommentBadge> RunAsync(long article, SignedIn who, Rights rights, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Of staff only who proved it twice speaks as such.
        return who.EntersNewsroom(now) ? await OfStaffAsync(article, who, cancel)
            : !rights.IsStaff && await ClubOfAsync(article, cancel) is { Product: { } product } && rights.IsMember(product, now) ? CommentBadge.ClubMember
            : CommentBadge.None;
    }

    private async Task<CommentBadge> OfStaffAsync(long article, SignedIn who, CancellationToken cancel) =>
        await db.Manuscripts.AnyAsync(m => m.ArticleId == article && m.WriterId == who.AccountId, cancel)
            || await db.Bylines.AnyAsync(b => b.ArticleId == article && b.Author.Name == who.DisplayName && !b.Author.IsGuest, cancel)
                ? CommentBadge.Author
                : CommentBadge.Newsroom;

    private async Task<OpenClub?> ClubOfAsync(long article, CancellationToken cancel)
    {
        var section = await db.Articles.Where(a => a.Id == article).Select(a => a.MainSectionId).FirstOrDefaultAsync(cancel);
        return await clubs.AboveAsync((await masthead.SectionsAsync(cancel)).PathTo(section), cancel);
    }
}

using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

/// <summary>
/// Finds an issue for whoever asks, and what it is to them: nothing, where it is not out; the wall, where they may not read it. Whoever
/// publishes sees it before, on answers that nobody keeps.
/// </summary>
public class OpenPrintIssue(GazetierDb db, TimeProvider clock, Phrases t)
{
    /// <returns>Null: for this reader there is no such issue.</returns>
    public async Task<OpenedIssue?> RunAsync(int number, HttpContext context, bool withContents = true)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        context.Tags().Add(MagazineQueries.Tag);
        var issues = withContents ? db.PrintIssues.WithContents() : db.PrintIssues;
        var issue = await issues.AsNoTracking().FirstOrDefaultAsync(i => i.Number == number, context.RequestAborted);
        var isOut = issue?.IsOut(now) == true;
        if (issue is null || (!isOut && context.SignedIn()?.Role?.May(StaffAct.Publish) != true))
        {
            return null;
        }

        if (!isOut)
        {
            context.Tags().DoNotKeep();
            context.Response.Headers[SecurityHeaders.Robots] = "noindex";
        }

        issue.Cover = issue.Cover?.MayBeShown(now) == true ? issue.Cover : null;
        return new OpenedIssue(issue, Decision.Of(issue.Asks, context.Reader().Rights, now), !isOut, now);
    }

    /// <summary>What stands in the place of what may not be read. All of it is withheld: a page of paper has no free beginning.</summary>
    /// <param name="path">Where signing in leads back to.</param>
    /// <param name="words">Of what is withheld.</param>
    public async Task<Wall> WallAsync(OpenedIssue opened, string path, int words, HttpContext context)
    {
        var asked = opened.Issue.Asks;
        var wall = new Wall(asked.Requirement, new Cut("", " ", words, words, []), path, context.Reader().Rights.IsRegistered) { IsNotIncluded = opened.Decision.Reason == Reason.NotIncluded };
        if (asked.Requirement == Requirement.Registration)
        {
            return wall with { Why = t["Le magazine est réservé aux inscrits : l’inscription est gratuite."] };
        }

        wall = await db.NamedAsync(wall, asked, context.RequestAborted);
        context.Tags().Add(ProductTags.All);
        return wall with { Why = wall.Products.Count == 0 ? t["Le magazine est réservé aux abonnés."] : t["Le magazine est réservé aux abonnés : {0}.", string.Join(t[" ou "], wall.Products)] };
    }
}

/// <summary>An issue, and what its reader may do with it.</summary>
/// <param name="IsPreview">Readers do not see it yet.</param>
/// <param name="Now">UTC.</param>
public sealed record OpenedIssue(PrintIssue Issue, Decision Decision, bool IsPreview, DateTime Now)
{
    public bool MayRead => Decision.MayReadAll;
}

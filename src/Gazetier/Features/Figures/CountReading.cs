using System.Globalization;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Web;

namespace Gazetier.Features.Figures;

/// <summary>
/// Decides what is counted (docs/decisions/0014): readers, not staff and not programs; pages that are looked at, not fetched
/// ahead; and nobody who does not want it. Asked on each page that is given, kept ones included: it must cost next to nothing.
/// </summary>
public sealed class CountReading(ReadTally tally, HostsOfDay hosts, DoNotMeasure wish)
{
    private static readonly string[] Classes = Enum.GetNames<AccessClass>();

    /// <summary>What a kept page of an article tells each time that it is given; nothing where staff reads.</summary>
    /// <param name="isStopped">The reader meets the wall.</param>
    public Action<HttpContext>? ArticleGiven(long articleId, AccessClass reader, bool isStopped)
    {
        var view = new CountKey(articleId, isStopped ? ReadStep.Stopped : ReadStep.Read, Classes[(int)reader]);
        return reader == AccessClass.Staff ? null : context => View(context.Request, view);
    }

    /// <summary>The same for the page of the offers; the wall says in its link which article it stands in.</summary>
    public Action<HttpContext>? OffersGiven(AccessClass reader) => reader == AccessClass.Staff
        ? null
        : context =>
        {
            if (IsLookedAt(context.Request))
            {
                Step(context, ReadStep.Offers, context.Request.QueryString.HasValue ? context.Request.Query["retour"].ToString() : null);
            }
        };

    /// <summary>The same for an insertion; nothing where staff reads.</summary>
    public Action<HttpContext>? SlotGiven(int number, bool isStaff)
    {
        var given = new CountKey(ReadCount.NoArticle, ReadStep.SlotGiven, number.ToString(CultureInfo.InvariantCulture));
        return isStaff ? null : context =>
        {
            if (IsLookedAt(context.Request) && !wish.IsAsked(context.Request) && !KnownRobot.Is(context.Request.Headers.UserAgent))
            {
                tally.Add(given);
            }
        };
    }

    public void SlotFollowed(HttpContext context, int number)
    {
        if (IsLookedAt(context.Request) && MayCount(context))
        {
            tally.Add(new CountKey(ReadCount.NoArticle, ReadStep.SlotFollowed, number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Counts a step that a reader takes, by the article that it leads back to.</summary>
    /// <param name="path">A return path as it came; it may lead anywhere.</param>
    public void Step(HttpContext context, ReadStep step, string? path)
    {
        if (MayCount(context))
        {
            tally.Add(new CountKey(NumberIn(path) ?? ReadCount.NoArticle, step, ""));
        }
    }

    /// <summary>Counts who signed in at the wall of an article; who came from elsewhere is no figure.</summary>
    public void SignedIn(HttpContext context, Account account, string? path)
    {
        if (account.Role is null && NumberIn(path) is not null)
        {
            Step(context, ReadStep.SignedIn, path);
        }
    }

    /// <summary>Counts how far an article was read.</summary>
    public void Report(HttpContext context, ReadingReport report)
    {
        if (MayCount(context))
        {
            tally.Add(new CountKey(report.ArticleId, report.IsStopped ? ReadStep.DepthToWall : ReadStep.Depth, report.Quarter));
            tally.Add(new CountKey(report.ArticleId, ReadStep.Time, report.Time));
        }
    }

    /// <summary>Counts one who left a list of mails, whoever pressed the button: often the mailbox provider does.</summary>
    public void Left(string list) => tally.Add(new CountKey(ReadCount.NoArticle, ReadStep.Left, list));

    /// <summary>The article's number in a path "/12/slug/"; null in any other.</summary>
    public static long? NumberIn(ReadOnlySpan<char> path)
    {
        var end = path.Length > 1 && path[0] == '/' ? path[1..].IndexOf('/') : -1;
        return end is > 0 and < 19 && !path.Slice(1, end).ContainsAnyExceptInRange('0', '9') && long.Parse(path.Slice(1, end), CultureInfo.InvariantCulture) is > 0 and var number ? number : null;
    }

    private void View(HttpRequest request, CountKey view)
    {
        if (!IsLookedAt(request) || wish.IsAsked(request))
        {
            return;
        }

        if (KnownRobot.Is(request.Headers.UserAgent))
        {
            tally.Add(new CountKey(view.ArticleId, ReadStep.Robot, ""));
            return;
        }

        tally.Add(view);
        var kind = Referrer.Of(request.Headers.Referer, request.Host.Value, out var host);
        tally.Add(new CountKey(view.ArticleId, ReadStep.From, kind.Name()));
        if (kind == ReferrerKind.Other && Referrer.IsHostName(host))
        {
            var named = new CountKey(view.ArticleId, ReadStep.Host, host.ToString().ToLowerInvariant());
            if (hosts.MayName(named))
            {
                tally.Add(named);
            }
        }
    }

    /// <summary>Not HEAD, and not fetched ahead of a click that may never come. A page that the browser has already (304) is looked at again.</summary>
    private static bool IsLookedAt(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !FetchedAhead.Is(request);

    private bool MayCount(HttpContext context) =>
        !context.Reader().Rights.IsStaff && !wish.IsAsked(context.Request) && !KnownRobot.Is(context.Request.Headers.UserAgent);
}

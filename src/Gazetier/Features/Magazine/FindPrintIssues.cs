using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Search;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

/// <summary>Printed issues, as search finds them: by what their contents say, and by their pages for those who may read them.</summary>
public sealed class FindPrintIssues(GazetierDb db, Masthead masthead, TimeProvider clock) : IFindables
{
    public string Prefix => "issue";

    public IReadOnlyCollection<string>? TouchedBy(string tag) => tag == MagazineQueries.Tag ? [] : null;

    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel) =>
        (await Shown().Select(i => new { i.Id, i.Version, i.ChangedAt, Pages = db.PrintPages.Where(p => p.IssueId == i.Id).Sum(p => p.Version + 1) }).ToListAsync(cancel))
            .ToDictionary(i => FindableKeys.Of(Prefix, i.Id), i => i.ChangedAt.Ticks + i.Version + i.Pages, StringComparer.Ordinal);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var ids = keys.Ids();
        var zone = await masthead.ZoneAsync(cancel);
        return [.. (await Shown().Include(i => i.Entries).Include(i => i.Written).AsSplitQuery().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).ToListAsync(cancel)).Select(issue => Of(issue, zone))];
    }

    private IQueryable<PrintIssue> Shown() => db.PrintIssues.AsNoTracking().Published(clock.GetUtcNow().UtcDateTime);

    private Findable Of(PrintIssue issue, TimeZoneInfo zone)
    {
        var isOpen = issue.Access == Access.Requirement.None;
        var contents = string.Join(" — ", issue.Entries.OrderBy(e => e.Position).Select(e => e.Title));
        var pages = string.Join("\n", issue.Written.OrderBy(p => p.Folio).Select(p => Plain.OfMarkdown(p.Text)));
        return new Findable
        {
            Key = FindableKeys.Of(Prefix, issue.Id),
            Version = issue.ChangedAt.Ticks + issue.Version + issue.Written.Sum(p => p.Version + 1),
            Kind = FoundKind.PrintIssue,
            Path = issue.Path,
            Title = issue.Title,
            Summary = issue.Summary,
            References = FormattableString.Invariant($"n° {issue.Number}"),
            Open = isOpen ? contents + "\n" + pages : contents,
            Withheld = isOpen ? "" : pages,
            Asks = issue.Asks,
            At = LocalMoment.StartOf(issue.DatedOn, zone),
        };
    }
}

using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Manuscripts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Planning;

/// <summary>Reads what falls into a span of time. Each kind is led by an index on its moment: the cost is that of the span.</summary>
public class ReadMilestones(GazetierDb db)
{
    /// <param name="from">UTC, inclusive.</param>
    /// <param name="to">UTC, exclusive.</param>
    /// <param name="now">UTC; what lies before it has appeared.</param>
    /// <returns>In the order of their moments.</returns>
    public async Task<IReadOnlyList<Milestone>> RunAsync(DateTime from, DateTime to, PlanFilter filter, DateTime now, CancellationToken cancel)
    {
        var manuscripts = filter.Of(db.Manuscripts.AsNoTracking());
        var articles = filter.Of(db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Published), db);
        List<Milestone> found =
        [
            .. await Of(manuscripts.InProgress().Where(m => m.DueAt >= from && m.DueAt < to), MilestoneKind.Due).ToListAsync(cancel),
            .. await Of(manuscripts.Where(m => m.EmbargoUntil >= from && m.EmbargoUntil < to && m.Stage != Stage.Withdrawn), MilestoneKind.EmbargoEnds).ToListAsync(cancel),
            .. (await Of(articles.Where(a => a.PublishedAt >= from && a.PublishedAt < to), MilestoneKind.Appears).ToListAsync(cancel))
                .Select(m => m.At > now ? m : m with { Kind = MilestoneKind.Appeared }),
            .. await Of(articles.Where(a => a.FreeAt >= from && a.FreeAt < to), MilestoneKind.BecomesFree).ToListAsync(cancel),
            .. await Of(articles.Where(a => a.OpenUntil >= from && a.OpenUntil < to), MilestoneKind.BecomesLocked).ToListAsync(cancel),
            .. await Of(articles.Where(a => a.FrontPageUntil >= from && a.FrontPageUntil < to), MilestoneKind.LeavesFrontPage).ToListAsync(cancel),
            .. await PinsAsync(articles, from, to, cancel),
        ];
        return [.. found.OrderBy(m => m.At).ThenBy(m => m.Kind).ThenBy(m => m.ArticleId)];
    }

    private static IQueryable<Milestone> Of(IQueryable<Manuscript> manuscripts, MilestoneKind kind) => manuscripts.Select(m => new Milestone
    {
        Kind = kind,
        At = kind == MilestoneKind.Due ? m.DueAt!.Value : m.EmbargoUntil!.Value,
        ArticleId = m.ArticleId,
        Headline = m.Headline,
        SectionId = m.MainSectionId,
        Writer = m.Writer == null ? null : m.Writer.DisplayName,
        Stage = m.Stage,
    });

    private IQueryable<Milestone> Of(IQueryable<Article> articles, MilestoneKind kind) => articles.Select(a => new Milestone
    {
        Kind = kind,
        At = kind == MilestoneKind.Appears ? a.PublishedAt!.Value
            : kind == MilestoneKind.BecomesFree ? a.FreeAt!.Value
            : kind == MilestoneKind.BecomesLocked ? a.OpenUntil!.Value
            : a.FrontPageUntil!.Value,
        ArticleId = a.Id,
        Headline = a.Headline,
        SectionId = a.MainSectionId,
        Writer = db.Manuscripts.Where(m => m.ArticleId == a.Id && m.Writer != null).Select(m => m.Writer!.DisplayName).FirstOrDefault(),
    });

    private Task<List<Milestone>> PinsAsync(IQueryable<Article> articles, DateTime from, DateTime to, CancellationToken cancel) =>
        db.Pins.AsNoTracking().Where(p => p.Until >= from && p.Until < to)
            .Join(articles, p => p.ArticleId, a => a.Id, (p, a) => new Milestone
            {
                Kind = MilestoneKind.PinEnds,
                At = p.Until!.Value,
                ArticleId = a.Id,
                Headline = a.Headline,
                SectionId = a.MainSectionId,
            })
            .ToListAsync(cancel);
}

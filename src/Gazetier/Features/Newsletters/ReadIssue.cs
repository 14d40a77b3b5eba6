using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>Reads an issue with all that its blocks show: the same for its mails, its page and its preview.</summary>
public class ReadIssue(GazetierDb db)
{
    /// <param name="now">UTC; articles that are not out then, and pictures whose rights have ended, are left out.</param>
    public async Task<IssueContent?> RunAsync(IQueryable<NewsletterIssue> asked, DateTime now, CancellationToken cancel)
    {
        var issue = await asked.AsNoTracking().Include(i => i.Newsletter).Include(i => i.Blocks.OrderBy(b => b.Position)).ThenInclude(b => b.Picture).FirstOrDefaultAsync(cancel);
        return issue is null ? null : await RunAsync(issue, now, cancel);
    }

    /// <summary>Of an issue in hand, which may be none of the database yet.</summary>
    public async Task<IssueContent> RunAsync(NewsletterIssue issue, DateTime now, CancellationToken cancel)
    {
        var ids = issue.Blocks.SelectMany(b => b.ArticleIds()).Distinct().ToArray();
        var cards = ids.Length == 0 ? [] : await db.Articles.Published(now).Where(a => ids.Contains(a.Id)).ToCards(now).ToDictionaryAsync(card => card.Id, cancel);
        return new IssueContent(issue, issue.Newsletter,
        [
            .. issue.Blocks.Select(block => new BlockContent(
                    block,
                    [.. block.ArticleIds().Where(cards.ContainsKey).Select(id => cards[id])],
                    block.Picture is { } picture && picture.MayBeShown(now) ? picture : null))
                .Where(content => content.HasSomething),
        ]);
    }
}

/// <summary>An issue and what its blocks show, in their order; empty blocks are left out.</summary>
public sealed record IssueContent(NewsletterIssue Issue, Newsletter Newsletter, IReadOnlyList<BlockContent> Blocks)
{
    /// <summary>Numbers of the articles in it, each once.</summary>
    public IReadOnlyList<long> ArticleIds => [.. Blocks.SelectMany(b => b.Cards).Select(card => card.Id).Distinct()];
}

/// <summary>One block and what it shows.</summary>
public sealed record BlockContent(NewsletterBlock Block, IReadOnlyList<ArticleCard> Cards, Picture? Picture)
{
    /// <summary>What the picture shows: as this issue says it, or the library.</summary>
    public string AlternativeText => Block.AlternativeText.Length > 0 ? Block.AlternativeText : Picture?.AlternativeText ?? "";

    public bool HasSomething => Block.Kind switch
    {
        NewsletterBlockKind.Articles => Cards.Count > 0,
        NewsletterBlockKind.Picture => Picture is not null,
        _ => Block.Html.Length > 0 || Block.Link.Length > 0,
    };
}

using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Agenda;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Features.Sections;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs;

/// <summary>The front page of a club (G-09).</summary>
[PublicPage]
public class ShowModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>Articles in the row of each heading.</summary>
    public const int InRow = 3;

    private const int InOpening = 4;
    private const int InRiver = 8;

    public Club Club { get; private set; } = null!;

    /// <summary>The first leads.</summary>
    public IReadOnlyList<ArticleCard> Opening { get; private set; } = [];

    public IReadOnlyList<(Section Heading, IReadOnlyList<ArticleCard> Cards)> Rows { get; private set; } = [];

    /// <summary>The newest that stand nowhere above.</summary>
    public IReadOnlyList<ArticleCard> River { get; private set; } = [];

    public IReadOnlyList<ArticleCard> Answers { get; private set; } = [];

    /// <summary>The next of its meetings, trainings and conferences.</summary>
    public IReadOnlyList<EventDate> Meetings { get; private set; } = [];

    public bool IsMember { get; private set; }

    /// <summary>What makes one a member; null: an account does.</summary>
    public Product? Product { get; private set; }

    /// <summary>Name and address of its newsletter, while one may sign up to it.</summary>
    public (string Name, string Path)? Newsletter { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await db.Clubs.OpenAsync(slug, cancel) is not { } club)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(ClubAddress.Of(slug) + Request.QueryString);
        }

        Club = club;
        var now = clock.GetUtcNow().UtcDateTime;
        var sections = await masthead.SectionsAsync(cancel);
        HttpContext.Tags().Add([OpenClubs.Tag, ProductTags.All, .. sections.WithBelow(club.SectionId).Select(ArticleTags.Section), .. club.Pins.Select(p => ArticleTags.Article(p.ArticleId))]);
        await HttpContext.ExpireAtNextPublicationAsync(db, club.SectionId, now, cancel);
        await ComposeAsync([.. sections.Where(s => s.ParentId == club.SectionId)], now, cancel);
        await OfferAsync(now, cancel);
        await MeetAsync(now, cancel);
        return Page();
    }

    /// <summary>What is held first, then the newest; nothing stands twice.</summary>
    private async Task ComposeAsync(IReadOnlyList<Section> headings, DateTime now, CancellationToken cancel)
    {
        var pinned = Club.Pins.OrderBy(p => p.Position).Select(p => p.ArticleId).ToList();
        var held = await db.Articles.Published(now).Where(a => pinned.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        var newest = await NewestAsync(Club.SectionId, InOpening + (headings.Count * InRow) + InRiver, now, cancel);
        List<long> opening = [.. pinned.Where(held.Contains).Concat(newest.Except(held)).Take(InOpening)];
        var shown = opening.ToHashSet();
        var rows = new List<(Section Heading, List<long> Ids)>();
        foreach (var heading in headings)
        {
            var row = (await NewestAsync(heading.Id, InRow + InOpening, now, cancel)).Where(id => !shown.Contains(id)).Take(InRow).ToList();
            shown.UnionWith(row);
            rows.Add((heading, row));
        }

        List<long> river = [.. newest.Where(id => !shown.Contains(id)).Take(InRiver)];
        var answers = await db.ClubQuestions.Where(q => q.ClubId == Club.SectionId).AnswersAt(now).Take(InRow).ToListAsync(cancel);
        Opening = await db.Articles.CardsAsync(opening, now, cancel);
        Rows = await CardsAsync(rows, now, cancel);
        River = await db.Articles.CardsAsync(river, now, cancel);
        Answers = await db.Articles.CardsAsync(answers, now, cancel);
    }

    private async Task<List<(Section Heading, IReadOnlyList<ArticleCard> Cards)>> CardsAsync(List<(Section Heading, List<long> Ids)> rows, DateTime now, CancellationToken cancel)
    {
        var all = (await db.Articles.CardsAsync([.. rows.SelectMany(row => row.Ids)], now, cancel)).ToDictionary(card => card.Id);
        return rows.ConvertAll(row => (row.Heading, (IReadOnlyList<ArticleCard>)[.. row.Ids.Where(all.ContainsKey).Select(id => all[id])]));
    }

    private Task<List<long>> NewestAsync(Guid list, int count, DateTime now, CancellationToken cancel) =>
        db.Listings.Of(list).Published(now).NewestFirst().Take(count).Select(l => l.ArticleId).ToListAsync(cancel);

    private async Task OfferAsync(DateTime now, CancellationToken cancel)
    {
        IsMember = HttpContext.Reader().Rights.IsMember(Club.ProductNumber, now);
        Product = Club.ProductNumber is { } number ? await db.Products.AsNoTracking().SingleAsync(p => p.Number == number, cancel) : null;
        var newsletter = await db.Newsletters.AsNoTracking().FirstOrDefaultAsync(n => n.Id == Club.NewsletterId && n.IsOpen, cancel);
        Newsletter = newsletter is null ? null : (newsletter.Name, newsletter.Path);
    }

    private async Task MeetAsync(DateTime now, CancellationToken cancel)
    {
        Meetings = await db.EventDates.ToCome(now).Where(d => d.Event.ClubId == Club.SectionId && d.CancelledAt == null).Take(InRow).ToListAsync(cancel);
        HttpContext.Tags().Add(AgendaQueries.Tag);
        foreach (var meeting in Meetings)
        {
            HttpContext.Tags().ExpireAt(meeting.EndsAt);
        }
    }
}

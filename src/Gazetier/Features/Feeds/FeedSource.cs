using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Charts;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Feeds;

/// <summary>
/// Finds what a feed is of, and its newest articles. Bodies of articles that ask anything never leave the database (G-05). Robots are met by
/// the address of the feed: an article whose section gives them less than that is told by its standfirst (L-70).
/// </summary>
public class FeedSource(GazetierDb db, Masthead masthead, PublicAddress address, ShowPictures pictures, KeepCharts charts, ReadPolicy robots, TimeProvider clock)
{
    /// <summary>Articles in a feed.</summary>
    public const int Length = 30;

    /// <summary>Null when nothing has this slug. Leaves the tags of what it found with the request.</summary>
    public async Task<Feed?> FindAsync(FeedKind kind, string slug, HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (await SubjectAsync(kind, slug, cancel) is not { } subject)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var cards = await CardsAsync(subject.List, now, cancel);
        context.Tags().Add([Masthead.Tag, .. subject.Tags, .. cards.Select(card => ArticleTags.Article(card.Id))]);
        await (subject.List is { } list
            ? context.ExpireAtNextPublicationAsync(db, list, now, cancel)
            : context.ExpireAtNextPublicationAsync(db, now, cancel));
        var feed = await OfAsync(kind == FeedKind.WholePaper ? "" : subject.Name, subject.Description.Length > 0 ? subject.Description : subject.Name, subject.Path, cards, cancel);
        var policy = await robots.RunAsync(cancel);
        var here = policy.Of(RobotPlace.At(subject.Path));
        return feed with { Entries = [.. feed.Entries.Select(entry => policy.Of(entry.Card.Section.Id).IsAsOpenAs(here) ? entry : entry with { Content = null })] };
    }

    /// <summary>A feed of some articles.</summary>
    /// <param name="name">Of what it is; empty: of the newspaper.</param>
    /// <param name="path">Of the page that it belongs to, with its slash.</param>
    public async Task<Feed> OfAsync(string name, string description, string path, IReadOnlyList<ArticleCard> cards, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var contents = await ContentsAsync(cards, now, cancel);
        var notes = await NotesAsync(cards, cancel);
        var newspaper = (await masthead.ImprintAsync(cancel)).Name;
        List<FeedEntry> entries = [.. cards.Select(card => EntryOf(card, contents.GetValueOrDefault(card.Id), notes[card.Id]))];
        return new Feed
        {
            Title = name.Length == 0 ? newspaper : $"{name} — {newspaper}",
            Description = description,
            Url = address.Of(path),
            Newspaper = newspaper,
            Entries = entries,
            UpdatedAt = entries.Count > 0 ? entries.Max(entry => entry.UpdatedAt) : now,
        };
    }

    private async Task<IReadOnlyList<ArticleCard>> CardsAsync(Guid? list, DateTime now, CancellationToken cancel) => list is { } id
        ? await db.Articles.CardsAsync(await db.Listings.TagWith("feed").Of(id).Published(now).NewestFirst().Take(Length).Select(l => l.ArticleId).ToListAsync(cancel), now, cancel)
        : await db.Articles.TagWith("feed").Published(now).NewestFirst().Take(Length).ToCards(now).ToListAsync(cancel);

    private async Task<Subject?> SubjectAsync(FeedKind kind, string slug, CancellationToken cancel)
    {
        switch (kind)
        {
            case FeedKind.Section:
                var sections = await masthead.SectionsAsync(cancel);
                return sections.FirstOrDefault(s => s.Slug == slug) is { } section ? OfSection(section, sections.WithBelow(section.Id)) : null;
            case FeedKind.Theme:
                return await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, cancel) is { } theme
                    ? new(theme.Name, theme.Description, $"/themes/{theme.Slug}/", theme.Id, [ArticleTags.Theme(theme.Id)])
                    : null;
            case FeedKind.Dossier:
                return await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Slug == slug, cancel) is { } dossier
                    ? new(dossier.Title, dossier.Introduction, $"/dossiers/{dossier.Slug}/", dossier.Id, [ArticleTags.Dossier(dossier.Id)])
                    : null;
            case FeedKind.Author:
                return await db.Authors.AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug, cancel) is { } author
                    ? new(author.Name, author.Biography, $"/auteurs/{author.Slug}/", author.Id, [ArticleTags.Author(author.Id)])
                    : null;
            default:
                var imprint = await masthead.ImprintAsync(cancel);
                return new(imprint.Name, imprint.Tagline, "/", null, [ArticleTags.Front]);
        }
    }

    /// <summary>An article's tags name the sections it stands in, not those above: the feed carries the tags of all below.</summary>
    private Subject OfSection(Section section, IReadOnlyList<Guid> withBelow) => new(
        section.Name,
        section.Description,
        $"/rubriques/{section.Slug}/",
        section.Id,
        withBelow.Select(ArticleTags.Section));

    /// <summary>The condition stands in the query itself: an article that was locked a moment ago is not read.</summary>
    private async Task<Dictionary<long, string>> ContentsAsync(IReadOnlyList<ArticleCard> cards, DateTime now, CancellationToken cancel)
    {
        var open = cards.Where(card => card.Access == Requirement.None).Select(card => card.Id).ToList();
        var bodies = await db.Articles.AsNoTracking().OpenToAll(now)
            .Where(a => open.Contains(a.Id))
            .Select(a => new { a.Id, a.Body })
            .ToListAsync(cancel);
        foreach (var body in bodies)
        {
            await charts.RunAsync(body.Body, cancel);
        }

        var shown = await pictures.RunAsync([.. bodies.Select(a => a.Body)], now, cancel);
        return bodies.Select((a, at) => (a.Id, Body: shown[at])).ToDictionary(a => a.Id, a => a.Body);
    }

    /// <summary>What stands beside the articles; few of them have any.</summary>
    private async Task<Dictionary<long, (IReadOnlyList<string> Lines, string Html)>> NotesAsync(IReadOnlyList<ArticleCard> cards, CancellationToken cancel)
    {
        var t = new Phrases(Language.French);
        var zone = await masthead.ZoneAsync(cancel);
        var ids = cards.Select(card => card.Id).ToList();
        var corrections = (await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.ArticleId)).OrderBy(c => c.At).ToListAsync(cancel)).ToLookup(c => c.ArticleId);
        var replies = (await db.Replies.AsNoTracking().Where(r => ids.Contains(r.ArticleId)).OrderBy(r => r.PublishedAt).ToListAsync(cancel)).ToLookup(r => r.ArticleId);
        return cards.ToDictionary(card => card.Id, card =>
        {
            var notes = new FeedNotes
            {
                Label = card.MachineUse.Label(card.ReviewedBy, card.ReviewedAt, t, zone),
                Corrections = [.. corrections[card.Id]],
                Replies = [.. replies[card.Id]],
            };
            return (notes.Lines(t, zone), notes.ToHtml(t, zone));
        });
    }

    private FeedEntry EntryOf(ArticleCard card, string? body, (IReadOnlyList<string> Lines, string Html) notes)
    {
        var url = address.Of(card.Path);
        var shown = card.Typeset();
        var picture = card.Picture is { } p ? LargePicture.Of(p.Key, p.Width, p.Height, p.Credit, p.AlternativeText, address) with { IsMachineMade = p.IsMachineMade } : null;
        return new FeedEntry(
            shown,
            address.Of(FormattableString.Invariant($"/{card.Id}/")),
            url,
            picture,
            body is not null ? AbsoluteLinks.In(body, new Uri(url)) + notes.Html
            : notes.Html.Length > 0 ? $"<p>{System.Net.WebUtility.HtmlEncode(Printable.Only(shown.Standfirst))}</p>{notes.Html}"
            : null)
        {
            Notes = notes.Lines,
        };
    }

    /// <param name="List">Null for the whole paper.</param>
    private sealed record Subject(string Name, string Description, string Path, Guid? List, IEnumerable<string> Tags);
}

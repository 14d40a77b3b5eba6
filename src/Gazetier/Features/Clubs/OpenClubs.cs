using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs;

/// <summary>
/// The open clubs with the newest article of each, as the foot of every public page shows them. Each node holds them in memory and reads
/// them again when something in a club changed; pages are made anew only when what they would show is not the same.
/// </summary>
public sealed class OpenClubs(IServiceScopeFactory scopes, PageCache pages, TimeProvider clock) : IFollowChanges
{
    /// <summary>Of every page that shows the clubs.</summary>
    public const string Tag = "clubs";

    /// <summary>Articles of each club.</summary>
    private const int Newest = 1;

    private Held? _held;

    /// <summary>All that are open, in their order. None while the database is away, where nothing was read before.</summary>
    public async ValueTask<IReadOnlyList<OpenClub>> AllAsync(CancellationToken cancel)
    {
        try
        {
            var held = _held is { } kept && !kept.Clubs.Any(club => club.TurnsAt <= clock.GetUtcNow().UtcDateTime) ? kept : await ReadAsync(cancel);
            return (_held = held).Clubs;
        }
        catch (Exception error) when (DatabaseAway.IsCauseOf(error))
        {
            return [];
        }
    }

    /// <summary>The club that a page lies in.</summary>
    /// <param name="path">Sections above it, from the top.</param>
    public async ValueTask<OpenClub?> AboveAsync(IReadOnlyList<Section> path, CancellationToken cancel) =>
        path.Count == 0 ? null : (await AllAsync(cancel)).FirstOrDefault(club => path.Any(section => section.Id == club.Id));

    public async Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (_held is not { } before || !changes.Any(change => change.Tags.Split(' ').Any(before.IsTouchedBy)))
        {
            return;
        }

        var after = await ReadAsync(cancel);
        _held = after;
        if (!after.ShowsTheSame(before))
        {
            pages.Drop([Tag]);
        }
    }

    private async Task<Held> ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var clubs = await db.Clubs.AsNoTracking().Include(c => c.Section).Where(c => c.OpenedAt != null).OrderBy(c => c.Position).ToListAsync(cancel);
        var sections = clubs.Count == 0 ? [] : await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
        var open = new List<OpenClub>();
        foreach (var club in clubs)
        {
            // A query a club: the newest of a list is one step into its index.
            var newest = await db.Listings.Of(club.SectionId).Published(now).NewestFirst().Take(Newest)
                .Select(l => new { l.ArticleId, l.PublishedAt, l.Article.Slug, l.Article.Headline, l.Article.Access, l.Article.OpenUntil, l.Article.FreeAt }).ToListAsync(cancel);
            open.Add(new OpenClub(club.SectionId, club.Section.Slug, club.Section.Name, club.Motto, Accent.Parse(club.Colour) ?? default, club.ProductNumber)
            {
                Headings = [.. sections.Where(s => s.ParentId == club.SectionId).Select(s => new Named(s.Id, s.Slug, s.Name))],
                Newest = [.. newest.Select(a => new ClubNews(ArticleAddress.Of(a.ArticleId, a.Slug), a.Headline, a.PublishedAt, a.Access.At(a.OpenUntil, a.FreeAt, now) == Requirement.Subscription))],
                TurnsAt = newest.SelectMany(a => new[] { a.OpenUntil, a.FreeAt }).Where(turn => turn > now).Min(),
            });
        }

        return new Held(open, [.. clubs.SelectMany(club => sections.WithBelow(club.SectionId)).Select(ArticleTags.Section)]);
    }

    /// <param name="Tags">Of the sections that lie in a club.</param>
    private sealed record Held(IReadOnlyList<OpenClub> Clubs, HashSet<string> Tags)
    {
        public bool IsTouchedBy(string tag) => tag is Tag or ChangeLog.Everything || Tags.Contains(tag);

        public bool ShowsTheSame(Held other) => Clubs.Count == other.Clubs.Count && Clubs.Zip(other.Clubs).All(pair => pair.First.ShowsTheSame(pair.Second));
    }
}

/// <summary>A club as the head and foot of pages show it.</summary>
/// <param name="Id">Of its section.</param>
/// <param name="Product">Number of the product whose holders are its members; null: everybody with an account.</param>
public sealed record OpenClub(Guid Id, string Slug, string Name, string Motto, Accent Colour, int? Product)
{
    /// <summary>The sections below its own.</summary>
    public IReadOnlyList<Named> Headings { get; init; } = [];

    public IReadOnlyList<ClubNews> Newest { get; init; } = [];

    /// <summary>UTC; when one of these becomes free, or is locked. Null: none does.</summary>
    public DateTime? TurnsAt { get; init; }

    /// <summary>Its front page.</summary>
    public string Path => ClubAddress.Of(Slug);

    internal bool ShowsTheSame(OpenClub other) =>
        this with { Headings = [], Newest = [] } == other with { Headings = [], Newest = [] } && Headings.SequenceEqual(other.Headings) && Newest.SequenceEqual(other.Newest);
}

/// <summary>An article under the name of its club.</summary>
/// <param name="At">UTC; when it was published.</param>
public sealed record ClubNews(string Path, string Headline, DateTime At, bool IsReserved);

/// <summary>Where a club stands.</summary>
public static class ClubAddress
{
    public const string All = "/clubs/";

    public static string Of(string slug) => $"{All}{slug}/";

    /// <summary>A member's own pages of a club: "annuaire", "questions".</summary>
    public static string Mine(string slug, string page) => $"/mon-compte/clubs/{slug}/{page}";
}

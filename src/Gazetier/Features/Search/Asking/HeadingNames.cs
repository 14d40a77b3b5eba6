using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Places;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Search.Asking;

/// <summary>What articles are filed under.</summary>
public enum HeadingKind
{
    Section,
    Theme,
    Dossier,
    Author,
    Place,
}

/// <summary>Something that articles are filed under.</summary>
/// <param name="IsClub">A section that is a club.</param>
public sealed record Heading(HeadingKind Kind, Guid Id, string Slug, string Name, bool IsClub = false)
{
    /// <summary>Its name as search sees it.</summary>
    public IReadOnlyList<string> Terms { get; } = FrenchTerms.Of(Name);

    public string Folded { get; } = Fold.Of(Name);

    /// <summary>The words of its name, folded.</summary>
    public IReadOnlyList<string> Words { get => field ??= WordsOf(Name); }

    public static string[] WordsOf(string text) => Fold.Of(text).Split([' ', '-', '‑', '–', '\'', '’', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether each of these begins a word of its name.</summary>
    public bool HasWordsThatBegin(IReadOnlyList<string> beginnings) => beginnings.All(beginning => Words.Any(word => word.StartsWith(beginning, StringComparison.Ordinal)));
}

/// <summary>
/// The names of all headings, in memory on each node: a word that somebody looks for may be the name of a theme, and facets need names.
/// Read again when the change log says that a heading may have changed.
/// </summary>
public sealed class HeadingNames(IServiceScopeFactory scopes) : IFollowChanges
{
    private readonly UntilChanged<KnownHeadings> _known = new(scopes, ReadAsync);

    public ValueTask<KnownHeadings> AllAsync(CancellationToken cancel) => _known.GetAsync(cancel);

    public Task FollowAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        if (changes.Any(change => change.Tags.Contains(ChangeLog.Everything, StringComparison.Ordinal)
            || change.What.StartsWith("article", StringComparison.Ordinal)
            || change.What.StartsWith("announcement", StringComparison.Ordinal)
            || change.What.StartsWith("club.", StringComparison.Ordinal)))
        {
            _known.Forget();
        }

        return Task.CompletedTask;
    }

    private static async Task<KnownHeadings> ReadAsync(GazetierDb db, CancellationToken cancel)
    {
        var clubs = await db.Clubs.Where(c => c.OpenedAt != null).Select(c => c.SectionId).ToHashSetAsync(cancel);
        var all = new List<Heading>();
        all.AddRange((await db.Sections.AsNoTracking().ToListAsync(cancel)).Select(s => new Heading(HeadingKind.Section, s.Id, s.Slug, s.Name, clubs.Contains(s.Id))));
        all.AddRange((await db.Themes.AsNoTracking().ToListAsync(cancel)).Select(t => new Heading(HeadingKind.Theme, t.Id, t.Slug, t.Name)));
        all.AddRange(await db.Dossiers.AsNoTracking().Select(d => new Heading(HeadingKind.Dossier, d.Id, d.Slug, d.Title, false)).ToListAsync(cancel));
        all.AddRange(await db.Authors.AsNoTracking().Select(a => new Heading(HeadingKind.Author, a.Id, a.Slug, a.Name, false)).ToListAsync(cancel));
        all.AddRange(await db.Places.AsNoTracking().Select(p => new Heading(HeadingKind.Place, p.Id, p.Slug, p.Name, false)).ToListAsync(cancel));
        return new KnownHeadings(all);
    }
}

/// <summary>All headings at one moment.</summary>
public sealed class KnownHeadings
{
    /// <summary>Headings that one name may mean.</summary>
    private const int MostNamed = 50;

    private readonly Dictionary<Guid, Heading> _byId;
    private readonly ILookup<(HeadingKind Kind, string Slug), Heading> _bySlug;
    private readonly ILookup<string, Heading> _byFirstTerm;
    private readonly ILookup<string, Heading> _byLastName;

    public KnownHeadings(IReadOnlyList<Heading> all)
    {
        All = all;
        _byId = all.DistinctBy(h => h.Id).ToDictionary(h => h.Id);
        _bySlug = all.ToLookup(h => (h.Kind, h.Slug));
        _byFirstTerm = all.Where(h => h.Terms.Count > 0).ToLookup(h => h.Terms[0], StringComparer.Ordinal);
        _byLastName = all.Where(h => h.Kind == HeadingKind.Author && h.Terms.Count > 1).ToLookup(h => h.Terms[^1], StringComparer.Ordinal);
    }

    public IReadOnlyList<Heading> All { get; }

    public Heading? OfId(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// By the slug of an address, or as a hand writes a name: those that are called so; else those whose names have all of the words; else
    /// those in whose names words begin so. A place that France has is that place (<see cref="Gazetteer"/>), and no other whose name holds its name.
    /// </summary>
    public IReadOnlyList<Heading> Find(HeadingKind kind, string written)
    {
        var words = Heading.WordsOf(written);
        if (_bySlug.Contains((kind, written)) || words.Length == 0)
        {
            return [.. _bySlug[(kind, written)]];
        }

        if (kind == HeadingKind.Place && Gazetteer.Find(written) is { Count: > 0 } places)
        {
            return [.. places.Select(place => OfId(place.Id)).OfType<Heading>()];
        }

        Func<Heading, bool>[] rules =
        [
            heading => heading.Words.SequenceEqual(words, StringComparer.Ordinal) || heading.Slug == string.Join('-', words),
            heading => words.All(word => heading.Words.Contains(word, StringComparer.Ordinal)),
            heading => heading.HasWordsThatBegin(words),
        ];
        return rules.Select(rule => All.Where(h => h.Kind == kind && rule(h)).OrderBy(h => h.Folded.Length).ThenBy(h => h.Folded, StringComparer.Ordinal).Take(MostNamed).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>Those whose whole name stands among <paramref name="terms"/> from <paramref name="at"/> on; of an author the last name is enough.</summary>
    public IEnumerable<Heading> NamedAt(IReadOnlyList<string> terms, int at) =>
        _byFirstTerm[terms[at]].Where(h => h.Terms.Count <= terms.Count - at && h.Terms.Select((term, n) => terms[at + n] == term).All(same => same))
            .Concat(_byLastName[terms[at]]);
}

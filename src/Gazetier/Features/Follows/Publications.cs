using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Keywords;

namespace Gazetier.Features.Follows;

/// <summary>
/// What was published in a span of time, by list: the morning's newspapers of all readers are picked from it, in memory.
/// Pure. Picking costs what the reader's follows brought, whatever the number of readers.
/// </summary>
public sealed class Publications
{
    private readonly Publication[] _newestFirst;
    private readonly Dictionary<Guid, List<int>> _of = [];
    private readonly DateTime _until;

    /// <param name="articles">In any order; each with the lists it stands in.</param>
    /// <param name="until">UTC; the end of the span, and when their readers' rights are asked for.</param>
    public Publications(IEnumerable<Publication> articles, DateTime until)
    {
        _until = until;
        _newestFirst = [.. articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id)];
        for (var place = 0; place < _newestFirst.Length; place++)
        {
            foreach (var list in _newestFirst[place].Lists)
            {
                if (!_of.TryGetValue(list, out var places))
                {
                    _of[list] = places = [];
                }

                places.Add(place);
            }
        }
    }

    public int Count => _newestFirst.Length;

    /// <summary>
    /// The articles that a reader is owed, each once. First what the newsroom holds to be major; then what was followed by name
    /// (dossier, author, theme, place, phrase), before what only stands in a followed section; in each the weightier, then the newest.
    /// </summary>
    /// <param name="without">What the reader has had by another way.</param>
    /// <param name="rights">Of the reader: a phrase in the withheld part of an article counts only for who may read it whole.</param>
    public IReadOnlyList<long> For(IEnumerable<Wanted> wanted, int atMost, Rights rights, IReadOnlySet<long>? without = null)
    {
        var found = new Dictionary<int, bool>();
        foreach (var (subject, since) in wanted)
        {
            Take(found, subject.Id, since, isNamed: subject.Kind != FollowKind.Section, rights: null);
            if (subject.Kind == FollowKind.Keyword)
            {
                Take(found, Keyword.WithheldOf(subject.Id), since, isNamed: true, rights);
            }
        }

        return
        [
            .. found.Where(f => without?.Contains(_newestFirst[f.Key].Id) != true)
                .OrderBy(f => Rank(_newestFirst[f.Key].Weight, f.Value)).ThenBy(f => f.Key)
                .Take(atMost).Select(f => _newestFirst[f.Key].Id),
        ];
    }

    private static int Rank(Weight weight, bool isNamed) => (weight, isNamed) switch
    {
        (Weight.Major, _) => 0,
        (Weight.Important, true) => 1,
        (_, true) => 2,
        (Weight.Important, _) => 3,
        _ => 4,
    };

    private void Take(Dictionary<int, bool> found, Guid list, DateTime since, bool isNamed, Rights? rights)
    {
        if (!_of.TryGetValue(list, out var places))
        {
            return;
        }

        foreach (var place in places)
        {
            if (_newestFirst[place].PublishedAt <= since)
            {
                return;
            }

            if (rights is null || Decision.Of(_newestFirst[place].Asked, rights, _until).MayReadAll)
            {
                found[place] = isNamed || found.GetValueOrDefault(place);
            }
        }
    }
}

/// <summary>One article for <see cref="Publications"/>.</summary>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Lists">Its sections and places with all above them, themes, dossiers, authors, and followed phrases that stand in it.</param>
/// <param name="Asked">What it asks of its reader at the end of the span.</param>
public sealed record Publication(long Id, DateTime PublishedAt, IReadOnlyCollection<Guid> Lists, Asked Asked = default, Weight Weight = Weight.Ordinary);

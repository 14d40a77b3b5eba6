namespace Gazetier.Features.Follows;

/// <summary>
/// What was published in a span of time, by list: the morning's newspapers of all readers are picked from it, in memory.
/// Pure. Picking costs what the reader's follows brought, whatever the number of readers.
/// </summary>
public sealed class Publications
{
    private readonly (long Id, DateTime At)[] _articles;
    private readonly Dictionary<Guid, List<int>> _of = [];

    /// <param name="articles">In any order; each with the lists it stands in.</param>
    public Publications(IEnumerable<Publication> articles)
    {
        var newestFirst = articles.OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).ToArray();
        _articles = [.. newestFirst.Select(a => (a.Id, a.PublishedAt))];
        for (var place = 0; place < newestFirst.Length; place++)
        {
            foreach (var list in newestFirst[place].Lists)
            {
                if (!_of.TryGetValue(list, out var places))
                {
                    _of[list] = places = [];
                }

                places.Add(place);
            }
        }
    }

    public int Count => _articles.Length;

    /// <summary>
    /// The articles that <paramref name="follows"/> bring, published after <paramref name="since"/> (UTC), each once. What was
    /// followed by name (dossier, author, theme) comes before what only stands in a followed section; then the newest.
    /// </summary>
    public IReadOnlyList<long> For(IEnumerable<Subject> follows, DateTime since, int atMost)
    {
        var (named, inSections) = (new SortedSet<int>(), new SortedSet<int>());
        foreach (var subject in follows)
        {
            if (_of.TryGetValue(subject.Id, out var places))
            {
                Take(places, since, atMost, subject.Kind == FollowKind.Section ? inSections : named);
            }
        }

        inSections.ExceptWith(named);
        return [.. named.Concat(inSections).Take(atMost).Select(place => _articles[place].Id)];
    }

    private void Take(List<int> places, DateTime since, int atMost, SortedSet<int> into)
    {
        // Twice as many from a section: those that are named too are taken out afterwards.
        foreach (var place in places.Take(2 * atMost))
        {
            if (_articles[place].At <= since)
            {
                return;
            }

            into.Add(place);
        }
    }
}

/// <summary>One article for <see cref="Publications"/>.</summary>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Lists">Its sections with all above them, themes, dossiers and authors.</param>
public sealed record Publication(long Id, DateTime PublishedAt, IReadOnlyCollection<Guid> Lists);

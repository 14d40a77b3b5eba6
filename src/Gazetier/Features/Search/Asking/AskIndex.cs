using Gazetier.Features.Access;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Search.Indexing;
using Gazetier.Web;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Asking;

/// <summary>Asks the index a question for one reader.</summary>
public sealed class AskIndex(SearchIndex index, HeadingNames headings, KnownSynonyms synonyms, Masthead masthead, TimeProvider clock)
{
    /// <summary>Hits of one page.</summary>
    public const int PageSize = 15;

    /// <summary>Pages that can be turned to: who has not found it by then asks another question.</summary>
    public const int MostPages = 40;

    /// <summary>Of the first hits, those in which it counts how near words stand to each other.</summary>
    private const int Compared = 120;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);

    /// <summary>Reads what was typed, with the newsroom's synonyms.</summary>
    public async Task<Question> ReadAsync(string? written, Narrowing? narrowing, CancellationToken cancel) =>
        ReadQuestion.Of(written, await synonyms.AllAsync(cancel), narrowing);

    /// <returns>Null: the index is being made and nothing of it is there yet.</returns>
    public async Task<Answer?> AskAsync(Question question, Rights rights, bool byDate, int page, CancellationToken cancel, int size = PageSize)
    {
        var known = await headings.AllAsync(cancel);
        var zone = await masthead.ZoneAsync(cancel);
        var who = new WhoAsks(rights, clock.GetUtcNow().UtcDateTime);
        return index.Ask(searcher => Answer(searcher, question, known, who, zone, byDate, page, size));
    }

    /// <summary>The same over one state of an index, whatever newspaper it is of.</summary>
    internal static Answer Answer(IndexSearcher searcher, Question question, KnownHeadings known, WhoAsks who, TimeZoneInfo zone, bool byDate, int page, int size)
    {
        var narrow = Narrow(question.Narrowing, known, zone, out var unknown);
        var query = new QuestionQuery(question, known, who, searcher.IndexReader);
        Gather Collected() => new(who, question.Narrowing.Access, byDate, Math.Max(page * size, Compared), AtMost, YearStarts.In(zone));
        var (gather, isGenerous) = (Run(searcher, query.Build(isGenerous: false), narrow, Collected()), false);
        if (gather.Total == 0 && question.Wanted.Count > 1 && unknown.Count == 0)
        {
            (gather, isGenerous) = (Run(searcher, query.Build(isGenerous: true), narrow, Collected()), true);
        }

        var first = gather.First();
        var reading = new ReadHits(searcher, question, query.Guessed, who);
        var hits = (byDate ? first : Compare(searcher, query, first)).Skip((page - 1) * size).Take(size).Select(reading.Read).ToList();
        return new Answer
        {
            Question = question,
            Total = gather.Total,
            Hits = hits,
            Facets = FacetsOf(gather.Facets(), known),
            ForAll = gather.ForAll,
            ForMe = gather.ForMe,
            IsGenerous = isGenerous && gather.Total > 0,
            Guesses = reading.Guesses(hits),
            Years = gather.Years(),
            IsCut = gather.IsCut,
            Unknown = unknown,
        };
    }

    private static Gather Run(IndexSearcher searcher, Query query, QueryWrapperFilter narrow, Gather gather)
    {
        try
        {
            searcher.Search(query, narrow, gather);
        }
        catch (TookTooLongException)
        {
            // What was seen until then is told, and that it is not all.
        }

        return gather;
    }

    private static IEnumerable<ScoreDoc> Compare(IndexSearcher searcher, QuestionQuery query, ScoreDoc[] first)
    {
        if (first.Length < 2 || query.Nearness() is not { } nearness)
        {
            return first;
        }

        return Nearness.Add(searcher, nearness, first[..Math.Min(Compared, first.Length)]).Concat(first.Skip(Compared));
    }

    internal static QueryWrapperFilter Narrow(Narrowing narrowing, KnownHeadings known, TimeZoneInfo zone, out IReadOnlyList<string> unknown)
    {
        var (all, missing) = (new BooleanQuery(), new List<string>());
        if (narrowing.Kind is { } kind)
        {
            all.Add(In(FieldNames.OfKind(kind)), Occur.MUST);
        }
        else
        {
            // What readers wrote is found by who asks for it.
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
            all.Add(In(FieldNames.OfKind(FoundKind.Comment)), Occur.MUST_NOT);
        }

        if (narrowing.IsImpossible)
        {
            all.Add(new BooleanQuery(), Occur.MUST);
        }

        if (narrowing.Format is { Length: > 0 } format)
        {
            all.Add(In(FieldNames.OfFormat(FormatSlugs.FormatOf(format) ?? format)), Occur.MUST);
        }

        foreach (var (heading, written) in narrowing.Headings)
        {
            var found = known.Find(heading, written);
            var any = new BooleanQuery();
            found.ToList().ForEach(one => any.Add(In(FieldNames.OfList(one.Id)), Occur.SHOULD));
            all.Add(any, Occur.MUST);
            if (found.Count == 0)
            {
                missing.Add(written);
            }
        }

        if (narrowing.From is not null || narrowing.To is not null)
        {
            all.Add(
                NumericRangeQuery.NewInt64Range(FieldNames.At, Begin(narrowing.From, zone), Begin(narrowing.To?.AddDays(1), zone), minInclusive: true, maxInclusive: false),
                Occur.MUST);
        }

        unknown = missing;
        return new QueryWrapperFilter(all);
    }

    private static TermQuery In(string facet) => new(new Term(FieldNames.In, facet));

    private static long? Begin(DateOnly? day, TimeZoneInfo zone) => day is { } one ? LocalMoment.ToUtc(one.ToDateTime(TimeOnly.MinValue), zone).Ticks : null;

    private static List<Facet> FacetsOf(IReadOnlyDictionary<string, int> counts, KnownHeadings known)
    {
        var facets = new List<Facet>();
        foreach (var (name, count) in counts)
        {
            if (name.StartsWith("k:", StringComparison.Ordinal))
            {
                facets.Add(new Facet(FacetGroup.Kind, name[2..], null, count));
            }
            else if (name.StartsWith("f:", StringComparison.Ordinal))
            {
                facets.Add(new Facet(FacetGroup.Format, name[2..], null, count));
            }
            else if (Guid.TryParse(name.AsSpan(2), out var id) && known.OfId(id) is { } heading)
            {
                facets.Add(new Facet(GroupOf(heading), heading.Slug, heading, count));
            }
        }

        return [.. facets.OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Heading?.Folded ?? facet.Value, StringComparer.Ordinal)];
    }

    private static FacetGroup GroupOf(Heading heading) => heading.Kind switch
    {
        HeadingKind.Section => heading.IsClub ? FacetGroup.Club : FacetGroup.Section,
        HeadingKind.Theme => FacetGroup.Theme,
        HeadingKind.Dossier => FacetGroup.Dossier,
        HeadingKind.Author => FacetGroup.Author,
        _ => FacetGroup.Place,
    };
}

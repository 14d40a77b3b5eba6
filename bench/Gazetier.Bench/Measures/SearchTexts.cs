using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Gazetier.Text;

namespace Gazetier.Bench.Measures;

/// <summary>
/// Articles made of the corpus' own sentences, so that words are as frequent as in French prose about local government: each of two
/// of its texts, about 290 words, filed as a newspaper files. The same at every run.
/// </summary>
internal sealed partial class SearchTexts
{
    private const int DaysOfHistory = 15 * 365;

    private static readonly DateTime Newest = new(2026, 11, 20, 6, 0, 0, DateTimeKind.Utc);

    private readonly List<(string Title, string[] Sentences)> _texts;
    private readonly List<Heading> _headings = [];
    private readonly List<Guid[]> _groups = [];

    private SearchTexts(List<(string, string[])> texts)
    {
        _texts = texts;
        foreach (var (kind, count) in new[] { (HeadingKind.Section, 12), (HeadingKind.Theme, 60), (HeadingKind.Dossier, 200), (HeadingKind.Author, 80), (HeadingKind.Place, 120) })
        {
            var headings = Enumerable.Range(0, count).Select(n => new Heading(kind, new Guid(n, (short)kind, 1, new byte[8]), $"{kind}-{n}", $"{kind} numéro {n}")).ToList();
            _headings.AddRange(headings);
            _groups.Add([.. headings.Select(heading => heading.Id)]);
        }
    }

    /// <summary>What they are filed under.</summary>
    public KnownHeadings Headings => new(_headings);

    /// <summary>Null: there is no corpus on this machine.</summary>
    public static SearchTexts? Of(Setting setting)
    {
        if (!File.Exists(setting.Corpus))
        {
            return null;
        }

        var texts = new List<(string, string[])>();
        foreach (var line in File.ReadLines(setting.Corpus))
        {
            var article = JsonDocument.Parse(line).RootElement;
            var sentences = Sentence().Split(Plain.OfMarkdown(article.GetProperty("body_markdown").GetString()!)).Where(sentence => sentence.Length is > 30 and < 600).ToArray();
            if (sentences.Length > 4)
            {
                texts.Add((article.GetProperty("title").GetString()!, sentences));
            }
        }

        return new SearchTexts(texts);
    }

    /// <summary>The questions whose answers were judged over the same corpus.</summary>
    public static IReadOnlyList<string> Questions() =>
        [.. File.ReadLines(Path.Combine(Root.Folder, "tests", "Gazetier.Tests", "Features", "Search", "judged.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[0]).Distinct(StringComparer.Ordinal)];

    public IEnumerable<Findable> Make(int articles)
    {
        var dice = new Random(7);
        for (var n = 1; n <= articles; n++)
        {
            var (one, other) = (_texts[dice.Next(_texts.Count)], _texts[dice.Next(_texts.Count)]);
            var sentences = Enumerable.Range(0, dice.Next(8, 21)).Select(at => Pick(dice, at % 4 == 3 ? other.Sentences : one.Sentences)).ToList();
            yield return new Findable
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"article:{n}"),
                Version = 1,
                Kind = FoundKind.Article,
                Path = string.Create(CultureInfo.InvariantCulture, $"/{n}/article/"),
                Title = one.Title,
                Summary = Pick(dice, one.Sentences),
                Open = string.Join(' ', sentences.Take(2)),
                Withheld = string.Join(' ', sentences.Skip(2)),
                Asks = new Asked(dice.Next(5) == 0 ? Requirement.None : Requirement.Subscription, ProductSet.Paper, n),
                At = Newest.AddDays(-dice.Next(DaysOfHistory)),
                Format = dice.Next(4) == 0 ? "Interview" : "News",
                Lists = Lists(dice),
            };
        }
    }

    /// <summary>A section, an author, a place, up to three themes, and one in three in a dossier.</summary>
    private HashSet<Guid> Lists(Random dice)
    {
        HashSet<Guid> lists = [Pick(dice, _groups[0]), Pick(dice, _groups[3]), Pick(dice, _groups[4])];
        for (var themes = dice.Next(1, 4); themes > 0; themes--)
        {
            lists.Add(Pick(dice, _groups[1]));
        }

        if (dice.Next(3) == 0)
        {
            lists.Add(Pick(dice, _groups[2]));
        }

        return lists;
    }

    private static T Pick<T>(Random dice, T[] of) => of[dice.Next(of.Length)];

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n+", RegexOptions.None, 5000)]
    private static partial Regex Sentence();
}

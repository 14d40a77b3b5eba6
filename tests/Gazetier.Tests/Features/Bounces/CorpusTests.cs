using System.Globalization;
using System.Text.RegularExpressions;
using Gazetier.Features.Bounces;
using Shouldly;

namespace Gazetier.Tests.Features.Bounces;

/// <summary>E-04: real bounces are read as well as the reference reads them; where not, docs/running/bounces-compared.md says why.</summary>
public partial class CorpusTests
{
    private static readonly string[] OfPolicy =
    [
        "blocked", "rejected", "authfailure", "requireptr", "policyviolation", "spamdetected", "securityerror", "badreputation", "virusdetected", "norelaying", "notcompliantrfc",
    ];

    [Fact]
    public void E_04_the_corpus_is_read_as_the_reference_reads_it_or_the_document_says_why()
    {
        var root = Folder();
        var told = Row().Matches(File.ReadAllText(Path.Combine(Paths.Root, "docs", "running", "bounces-compared.md")))
            .Select(match => string.Join(' ', match.Groups["file"].Value, match.Groups["n"].Value, match.Groups["theirs"].Value, match.Groups["ours"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var lines = File.ReadLines(Path.Combine(root, "expected.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        lines.Count.ShouldBe(438);

        var differ = lines.Select(line => (Line: line, Theirs: Expected(line[4], line[5]), Ours: Read(Path.Combine(root, line[0]), int.Parse(line[1], CultureInfo.InvariantCulture))))
            .Where(pair => pair.Theirs != pair.Ours)
            .Select(pair => $"{Path.GetFileName(pair.Line[0])} {pair.Line[1]} {pair.Theirs} {pair.Ours}")
            .ToHashSet(StringComparer.Ordinal);

        differ.Except(told).ShouldBeEmpty("the document does not tell of these");
        told.Except(differ).ShouldBeEmpty("the document tells of these, which are read alike");
    }

    [Theory]
    [InlineData("dos")]
    [InlineData("mac")]
    public void Line_ends_of_another_system_change_nothing(string folder)
    {
        var root = Path.Combine(Folder(), "sisimai");
        var files = Directory.EnumerateFiles(Path.Combine(root, folder), "*.eml").Where(file => File.Exists(Path.Combine(root, "bsd", Path.GetFileName(file)))).ToList();
        files.Count.ShouldBeGreaterThan(50);
        files.Where(file => !Kinds(file).SequenceEqual(Kinds(Path.Combine(root, "bsd", Path.GetFileName(file))))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_bounce_is_none()
    {
        var root = Path.Combine(Folder(), "sisimai");
        // Answers of people who are away (RFC 3834), and mails like any other.
        var files = Directory.EnumerateFiles(Path.Combine(root, "bsd"), "rfc3834-*.eml").Concat(Directory.EnumerateFiles(Path.Combine(root, "not"), "is-not-*.eml")).ToList();
        files.Count.ShouldBe(8);
        files.Where(file => Kinds(file).Any()).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Fact]
    public void E_05_complaints_are_read()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Folder(), "sisimai", "bsd"), "arf-*.eml").ToList();
        files.Count.ShouldBe(17);
        files.SelectMany(Kinds).ShouldAllBe(kind => kind == BounceKind.Complaint);
        files.Count(file => Kinds(file).Any()).ShouldBeGreaterThanOrEqualTo(9);
    }

    private static string Folder()
    {
        Assert.SkipUnless(Paths.Corpus is not null, "The corpus is not on this machine.");
        return Path.Combine(Paths.Corpus!, "bounces");
    }

    private static IEnumerable<BounceKind> Kinds(string file) => ReadReturned.Of(File.ReadAllBytes(file)).Bounces.Select(bounce => bounce.Kind);

    private static BounceKind Read(string file, int recipient) => Kinds(file).ElementAtOrDefault(recipient - 1);

    private static BounceKind Expected(string reason, string isHard) => reason switch
    {
        "feedback" => BounceKind.Complaint,
        "delivered" => BounceKind.None,
        _ when isHard == "1" => BounceKind.Hard,
        _ => OfPolicy.Contains(reason, StringComparer.Ordinal) ? BounceKind.Policy : BounceKind.Soft,
    };

    [GeneratedRegex(@"^\| `(?<file>[^`]+)` (?<n>\d+) \| \w+ \| (?<theirs>\w+) \| (?<ours>\w+) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}

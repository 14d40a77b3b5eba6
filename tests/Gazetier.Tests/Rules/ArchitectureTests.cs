using System.Text.RegularExpressions;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>Which room may ask which (docs/architecture.md): read off the sources, said in words.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Rooms = ["Data", "Changes", "Mail", "Web", "Text", "Locales", "Print"];

    /// <summary>A room that names a feature, and why it may.</summary>
    private static readonly Dictionary<string, string> RoomsThatMayNameFeatures = new(StringComparer.Ordinal)
    {
        ["Data/GazetierDb.cs"] = "the index of all tables",
        ["Data/GazetierDb.Writing.cs"] = "lists of articles are written with the rows that they repeat (decision 0011)",
    };

    /// <summary>Two features that know each other, and why they may.</summary>
    private static readonly Dictionary<string, string> FeaturesThatMayKnowEachOther = new(StringComparer.Ordinal)
    {
        ["Dossiers → Articles"] = "the place of an article in a dossier is a row of both; an article knows its places",
    };

    [Fact]
    public void Rooms_do_not_know_features()
    {
        var wrong = SourceFile.OfProgram("cs", "cshtml", "razor")
            .Where(file => Rooms.Contains(file.Folders.FirstOrDefault(), StringComparer.Ordinal))
            .Where(file => !RoomsThatMayNameFeatures.ContainsKey(file.Path))
            .SelectMany(file => Named(file).Where(name => name.StartsWith("Features.", StringComparison.Ordinal))
                .Select(name => $"{file.Path} asks {name}: a room serves all features and knows none. Let the feature register what it needs."));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Text_depends_on_nothing()
    {
        var wrong = SourceFile.OfProgram("cs")
            .Where(file => file.Folders.FirstOrDefault() == "Text")
            .SelectMany(file => Named(file).Where(name => !name.StartsWith("Text", StringComparison.Ordinal))
                .Select(name => $"{file.Path} asks {name}: Text is pure and depends on nothing."));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_depends_on_the_command_line()
    {
        var wrong = SourceFile.OfProgram("cs", "cshtml", "razor")
            .Where(file => file.Folders.FirstOrDefault() is not null and not "Cli")
            .SelectMany(file => Named(file).Where(name => name.StartsWith("Cli", StringComparison.Ordinal))
                .Select(name => $"{file.Path} asks {name}: a verb belongs to its feature; the command line calls it."));
        wrong.ShouldBeEmpty();
    }

    /// <summary>Pages and doors (<c>XFeature</c>) are leaves, nothing asks them: only what stands below them can make a cycle.</summary>
    [Fact]
    public void Features_make_no_cycle()
    {
        var asks = SourceFile.OfProgram("cs", "razor")
            .Where(file => file.Folders is ["Features", _, ..] && !IsLeaf(file))
            .SelectMany(file => Named(file)
                .Where(name => name.StartsWith("Features.", StringComparison.Ordinal))
                .Select(name => (From: file.Folders[1], To: name.Split('.')[1], file.Path)))
            .Where(ask => ask.From != ask.To && !FeaturesThatMayKnowEachOther.ContainsKey($"{ask.From} → {ask.To}"))
            .ToLookup(ask => ask.From, StringComparer.Ordinal);
        asks.Count.ShouldBeGreaterThan(3, "the sources were not read");

        var cycles = asks.SelectMany(feature => feature)
            .Where(ask => Reaches(asks, ask.To, ask.From))
            .Select(ask => $"{ask.Path} asks {ask.To}, and {ask.To} leads back to {ask.From}: move what both need to the one that is asked.");
        cycles.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Exceptions_are_still_needed()
    {
        var files = SourceFile.OfProgram("cs");
        foreach (var path in RoomsThatMayNameFeatures.Keys)
        {
            files.ShouldContain(file => file.Path == path && Named(file).Any(name => name.StartsWith("Features.", StringComparison.Ordinal)), path);
        }

        foreach (var pair in FeaturesThatMayKnowEachOther.Keys)
        {
            var (from, to) = (pair.Split(" → ")[0], pair.Split(" → ")[1]);
            files.ShouldContain(file => file.Path.StartsWith($"Features/{from}/") && Named(file).Contains($"Features.{to}", StringComparer.Ordinal), pair);
        }
    }

    private static bool IsLeaf(SourceFile file) =>
        file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) || file.Path.EndsWith("Feature.cs", StringComparison.Ordinal);

    private static bool Reaches(ILookup<string, (string From, string To, string Path)> asks, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var feature))
        {
            if (feature == to)
            {
                return true;
            }

            if (seen.Add(feature))
            {
                foreach (var ask in asks[feature])
                {
                    waiting.Push(ask.To);
                }
            }
        }

        return false;
    }

    /// <summary>What of ours a file names, in usings and in full: "Features.Articles", "Data".</summary>
    private static IEnumerable<string> Named(SourceFile file) => OurNames().Matches(WithoutComments().Replace(file.Text, ""))
        .Where(match => !match.Groups["own"].Success)
        .Select(match => match.Groups["name"].Value)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<own>namespace\s+)?\bGazetier\.(?<name>Features\.\w+|Data|Changes|Mail|Web|Text|Locales|Print|Cli)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OurNames();

    [GeneratedRegex(@"//.*", RegexOptions.None, 1000)]
    private static partial Regex WithoutComments();
}

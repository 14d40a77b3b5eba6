using System.Text.RegularExpressions;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>What the documents list is what there is.</summary>
public partial class DocumentsTests
{
    [Fact]
    public void Each_kind_of_row_stands_in_the_glossary()
    {
        using var db = new SqliteDbFactory().CreateDbContext([]);
        var rows = db.Model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => type.Namespace?.StartsWith("Gazetier", StringComparison.Ordinal) == true)
            .Select(type => type.Name)
            .ToHashSet(StringComparer.Ordinal);
        rows.Count.ShouldBeGreaterThan(15);
        var explained = TableCode().Matches(Read("docs/glossary.md")).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

        rows.Except(explained).Select(name => $"{name} is a table; docs/glossary.md does not say what it is in French").ShouldBeEmpty();
    }

    [Fact]
    public void Classes_of_the_glossary_exist()
    {
        var types = typeof(Application).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        TableCode().Matches(Read("docs/glossary.md")).Select(match => match.Groups["name"].Value)
            .Where(name => !types.Contains(name))
            .Select(name => $"docs/glossary.md names the class {name}, which does not exist")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Each_setting_is_explained_and_nothing_else()
    {
        var explained = Setting().Matches(Read("docs/running/configure.md")).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var settings = SettingsOf(typeof(NewspaperOptions), "Gazetier__").ToHashSet(StringComparer.Ordinal);
        settings.ShouldContain("Gazetier__Mail__Smtp");

        settings.Except(explained).Select(name => $"docs/running/configure.md does not explain {name}").ShouldBeEmpty();
        explained.Except(settings).Select(name => $"docs/running/configure.md explains {name}, which does not exist").ShouldBeEmpty();
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var root = Paths.Root;
        var documents = Directory.EnumerateFiles(root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories))
            .ToList();
        documents.Count.ShouldBeGreaterThan(10);
        var broken =
            from document in documents
            from link in Link().Matches(File.ReadAllText(document))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(Path.GetDirectoryName(document)!, target.Split('#')[0])
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{Path.GetRelativePath(root, document)} links to {target}, which does not exist";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Each_decision_that_a_comment_cites_exists()
    {
        var decisions = Directory.EnumerateFiles(Path.Combine(Paths.Root, "docs", "decisions"), "*.md").Select(file => Path.GetFileName(file)[..4]).ToHashSet(StringComparer.Ordinal);
        var cited =
            from file in SourceFile.OfProgram("cs", "cshtml", "razor")
            from match in Decision().Matches(file.Text)
            where !decisions.Contains(match.Groups["number"].Value)
            select $"{file.Path} cites {match.Value}, which does not exist";
        cited.ShouldBeEmpty();
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Paths.Root, path));

    private static IEnumerable<string> SettingsOf(Type type, string prefix) =>
        from property in type.GetProperties()
        where property.CanWrite
        // What the operator names herself stands as NAME.
        let named = property.PropertyType.GetGenericArguments().LastOrDefault()
        from name in property.PropertyType.Namespace!.StartsWith("Gazetier", StringComparison.Ordinal)
            ? SettingsOf(property.PropertyType, $"{prefix}{property.Name}__")
            : named?.Namespace!.StartsWith("Gazetier", StringComparison.Ordinal) == true
                ? SettingsOf(named, $"{prefix}{property.Name}__NAME__")
                : [prefix + property.Name]
        select name;

    /// <summary>A class in the last column of a table: "| `Article` |".</summary>
    [GeneratedRegex(@"\| `(?<name>\w+)` \|\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableCode();

    [GeneratedRegex(@"\bGazetier__\w+", RegexOptions.None, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"docs/decisions/(?<number>\d{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decision();
}

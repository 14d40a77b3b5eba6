using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>Over 300 lines a file is two things (STYLE.md).</summary>
public class SizesTests
{
    private const int Most = 300;

    /// <summary>A file that is longer, and why it may be.</summary>
    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal);

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var files = SourceFile.OfProgram("cs", "cshtml", "razor", "js")
            .Concat(SourceFile.Under(Path.Combine(Paths.Root, "tests"), "cs"))
            .ToList();
        files.Count.ShouldBeGreaterThan(100);
        files.Where(file => !Longer.ContainsKey(file.Path))
            .Select(file => (file.Path, Lines: file.LineAt(file.Text.Length) - 1))
            .Where(file => file.Lines > Most)
            .Select(file => $"{file.Path} has {file.Lines} lines: it is two things.")
            .ShouldBeEmpty();
    }
}

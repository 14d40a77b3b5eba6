using System.Text.Json;

namespace Gazetier.Tests.Rules;

/// <summary>Hostile strings: our own, and of the corpus, where it is there, a few of each source and category spread over all.</summary>
internal static class Payloads
{
    private const int PerKind = 11;

    private static readonly string[] Ours =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)", "' OR 1=1--", "\0", "\ud800",
        "{0}{1}", "%s%n", "%00", "%ff%fe", "..", "../../etc/passwd", "//evil.example", "/\\evil.example", "/é\u2028", "a@b.c\r\nBcc: x@y.z",
        "]]></title></script><!--", "-1", "99999999999999999999", "1e9", "😀", "\u202E\uFEFF\uFFFE", new('9', 5000), new('<', 3000),
    ];

    /// <summary>How many of <see cref="All"/>, at its beginning, are our own.</summary>
    public static int Own => Ours.Length;

    public static IReadOnlyList<string> All { get; } = [.. Ours, .. OfCorpus()];

    private static IEnumerable<string> OfCorpus()
    {
        var file = Paths.Corpus is null ? "" : Path.Combine(Paths.Corpus, "hostile", "payloads.jsonl");
        return !File.Exists(file) ? [] : File.ReadLines(file)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Select(line => (Kind: line.GetProperty("source").GetString(), Text: line.GetProperty("payload").GetString()!))
            .GroupBy(line => line.Kind, line => line.Text, StringComparer.Ordinal)
            .SelectMany(kind => kind.Where((_, n) => n % Math.Max(1, kind.Count() / PerKind) == 0).Take(PerKind));
    }
}

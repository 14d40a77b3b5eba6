using System.Text.Json;

namespace Gazetier.Tests;

/// <summary>The shared corpus of real articles and hostile strings: read where it lies, never copied in.</summary>
internal static class Corpus
{
    private const string Root = "/work/shared/corpus";

    public static IReadOnlyList<JsonElement> Articles => Lines("articles.jsonl");

    public static IReadOnlyList<string> Payloads => [.. Lines("hostile/payloads.jsonl").Select(one => one.GetProperty("payload").GetString()!)];

    private static List<JsonElement> Lines(string name)
    {
        var path = Path.Combine(Root, name);
        Assert.SkipUnless(File.Exists(path), $"The corpus is not on this machine: {path}");
        return [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}

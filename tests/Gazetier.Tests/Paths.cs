using System.Runtime.CompilerServices;

namespace Gazetier.Tests;

/// <summary>Where things lie on this machine.</summary>
public static class Paths
{
    public static string Root { get; } = FindRoot();

    public static string Sources => Path.Combine(Root, "src", "Gazetier");

    /// <summary>The corpus of real articles, or null where it is absent.</summary>
    public static string? Corpus { get; } = new[] { Path.Combine(Root, "..", "shared", "corpus"), "/work/shared/corpus" }
        .Select(Path.GetFullPath).FirstOrDefault(Directory.Exists);

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

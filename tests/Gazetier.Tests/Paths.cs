namespace Gazetier.Tests;

/// <summary>Where things lie on this machine.</summary>
public static class Paths
{
    public static string Root { get; } = FindRoot();

    public static string Sources => Path.Combine(Root, "src", "Gazetier");

    /// <summary>The corpus of real articles, or null where it is absent.</summary>
    public static string? Corpus { get; } = new[] { Path.Combine(Root, "..", "shared", "corpus"), "/work/shared/corpus" }
        .Select(Path.GetFullPath).FirstOrDefault(Directory.Exists);

    /// <summary>Upwards from the built tests: in a reproducible build the compiler does not tell where sources lie.</summary>
    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gazetier.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie within the repository.");
    }
}

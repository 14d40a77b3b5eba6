namespace Gazetier.Bench;

/// <summary>What a run is asked to do.</summary>
/// <param name="Rounds">Ours and the peer's take turns this often; the median counts.</param>
/// <param name="Seconds">Of load in a round.</param>
/// <param name="Articles">Of the large newspaper.</param>
/// <param name="Few">Articles of the small one.</param>
/// <param name="Readers">Whose digests are posted.</param>
/// <param name="Folder">Where the generated newspapers lie.</param>
/// <param name="Communes">Table of communes that stand for organisations; where there is none, as many are made up.</param>
/// <param name="Subscriptions">Of the newspaper that A1 measures beside one of a thousand.</param>
public record Setting(int Rounds, int Seconds, int Articles, int Few, int Readers, string Folder, string Communes, int Subscriptions)
{
    /// <summary>Articles in French prose, which lie beside the communes; there may be none.</summary>
    public string Corpus => Path.Combine(Path.GetDirectoryName(Communes)!, "..", "articles.jsonl");
}

/// <summary>Where this checkout lies, and the program that is measured.</summary>
public static class Root
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static string Program => Path.Combine(Folder, "artifacts", "bin", "Gazetier", "release", "gazetier");

    private static string Find(string from) => File.Exists(Path.Combine(from, "Gazetier.slnx"))
        ? from
        : Find(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("The bench runs from its checkout."));
}

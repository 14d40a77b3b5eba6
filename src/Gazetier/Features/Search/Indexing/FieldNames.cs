namespace Gazetier.Features.Search.Indexing;

/// <summary>Names of what the index holds of each findable.</summary>
internal static class FieldNames
{
    /// <summary>Of the layout below: an index of another number is built anew beside.</summary>
    public const string Layout = "2";

    public const string Key = "key";
    public const string Version = "version";
    public const string Kind = "kind";
    public const string Path = "path";
    public const string At = "at";
    public const string Until = "until";

    /// <summary>Facets, "l:" with a list, "k:" with a kind, "f:" with a format: filtered by, and counted.</summary>
    public const string In = "in";
    public const string Asks = "asks";
    public const string Article = "article";
    public const string OpenUntil = "open-until";
    public const string FreeAt = "free-at";

    public const string Title = "title";
    public const string Kicker = "kicker";
    public const string Summary = "summary";
    public const string References = "references";
    public const string Open = "open";
    public const string Withheld = "withheld";

    /// <summary>Words of the title as they are written, for what somebody is just typing.</summary>
    public const string Typed = "typed";

    /// <summary>What all may read: nothing else may be asked for a reader who holds nothing.</summary>
    public static readonly string[] ForAll = [Title, Kicker, Summary, References, Open];

    public static string OfList(Guid list) => "l:" + list.ToString("N");

    public static string OfKind(FoundKind kind) => "k:" + kind;

    public static string OfFormat(string format) => "f:" + format;
}

using System.Globalization;

namespace Gazetier.Features.Digests;

/// <summary>Ma Gazette as a list of the ledger.</summary>
public static class Digest
{
    /// <summary>The name of the list: of its issues, and in unsubscribe links.</summary>
    public const string List = "digest";

    /// <summary>How far back an edition looks, however long its reader was away.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(30);

    /// <summary>Readers whose edition is due at the same instant share an issue: "digest/2026-11-23T06:00Z".</summary>
    public static string KeyOf(DateTime dueAt) => List + "/" + dueAt.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>Where a reader finds their own edition of an issue on the site.</summary>
    public static string PathOf(Guid issue) => "/ma-gazette/editions/" + issue.ToString("N");
}

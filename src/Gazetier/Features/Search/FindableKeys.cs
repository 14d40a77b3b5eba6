using System.Globalization;

namespace Gazetier.Features.Search;

/// <summary>How keys of findables are written and read.</summary>
public static class FindableKeys
{
    public static string Of(string prefix, long number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}:{number}");

    public static string Of(string prefix, Guid id) => $"{prefix}:{id:N}";

    public static List<long> Numbers(this IEnumerable<string> keys) =>
        [.. keys.Select(key => long.TryParse(key.AsSpan(key.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];

    public static List<Guid> Ids(this IEnumerable<string> keys) =>
        [.. keys.Select(key => Guid.TryParse(key.AsSpan(key.IndexOf(':', StringComparison.Ordinal) + 1), out var id) ? id : Guid.Empty)];
}

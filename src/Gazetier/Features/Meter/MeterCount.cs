using System.Globalization;

namespace Gazetier.Features.Meter;

/// <summary>What a reader has read for nothing in a month. Pure: reading again what was read costs nothing .</summary>
/// <param name="Month">Of the newspaper's calendar: 202611.</param>
/// <param name="Articles">In the order in which they were read.</param>
public sealed record MeterCount(int Month, IReadOnlyList<long> Articles)
{
    /// <summary>This count in <paramref name="month"/>: a new month begins with none.</summary>
    public MeterCount In(int month) => month == Month ? this : new MeterCount(month, []);

    /// <summary>The count with one more; null: there is none left for it.</summary>
    public MeterCount? Read(long article, int limit) =>
        Articles.Contains(article) ? this
        : Articles.Count < limit ? this with { Articles = [.. Articles, article] }
        : null;

    public int Left(int limit) => Math.Max(0, limit - Articles.Count);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month}:{string.Join(',', Articles)}");

    /// <summary>What <see cref="ToString"/> wrote; none where it is not that.</summary>
    public static MeterCount Parse(string? text)
    {
        var none = new MeterCount(0, []);
        var parts = text?.Split(':') ?? [];
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var month)
            ? new MeterCount(month, [.. parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))])
            : none;
    }
}

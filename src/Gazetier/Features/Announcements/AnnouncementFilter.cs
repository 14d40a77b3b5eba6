using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gazetier.Features.Places;
using Gazetier.Text;

namespace Gazetier.Features.Announcements;

/// <summary>What somebody looks for among announcements: all of it must hold. Pure.</summary>
/// <param name="Words">As they were typed; without their stems' worth nothing is asked of words.</param>
/// <param name="Place">And what lies in it.</param>
public sealed record AnnouncementFilter(AnnouncementKind? Kind, string Words, TenderNature? Nature, Place? Place)
{
    public const int MaxWords = 200;

    private const int MostTerms = 8;

    /// <summary>Of the words, as <see cref="Announcement.Terms"/> holds them.</summary>
    public IReadOnlyList<string> Terms { get; } = [.. FrenchTerms.Of(Words).Distinct(StringComparer.Ordinal).Take(MostTerms)];

    /// <summary>Two that ask the same have the same: 64 signs.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Kind}|{Nature}|{Place?.Id:N}|{string.Join(' ', Terms.Order(StringComparer.Ordinal))}"))));

    /// <summary>The page of results, with its first parameter.</summary>
    public string Query => "?" + string.Join('&', Parameters.Where(one => one.Value.Length > 0).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));

    private IEnumerable<(string Name, string Value)> Parameters =>
    [
        ("genre", Kind is { } kind ? AnnouncementAddress.SlugOf(kind) : ""), ("q", Words), ("nature", Nature?.ToString() ?? ""), ("lieu", Place?.Name ?? ""),
    ];

    /// <summary>Reads it as an address or a form says it. What makes no sense is not asked.</summary>
    /// <param name="place">What it means is judged by <see cref="WrittenPlaces.Fault"/>; nothing is asked where it is not clear.</param>
    public static AnnouncementFilter Read(string? kind, string? words, string? nature, string? place)
    {
        var asked = AnnouncementAddress.KindOf(kind);
        var meant = Meant(place);
        return new(
            asked,
            Shortened.To(MaxWords, Printable.Line(Fold.WellFormed(words ?? ""))),
            asked != AnnouncementKind.Job && Enum.TryParse<TenderNature>(nature, out var one) && Enum.IsDefined(one) ? one : null,
            meant.Count == 1 ? meant[0] : null);
    }

    /// <summary>The places that a text may mean.</summary>
    public static IReadOnlyList<Place> Meant(string? place) => Named(place) is { Length: > 0 } named ? Gazetteer.Find(named) : [];

    /// <summary>The place as it was typed, in one short line.</summary>
    public static string Named(string? place) => Shortened.To(80, Printable.Line(Fold.WellFormed(place ?? "")));

    /// <summary>Each term once, between blanks.</summary>
    public static string Joined(IEnumerable<string> terms) => $" {string.Join(' ', terms.Distinct(StringComparer.Ordinal))} ";
}

using System.Globalization;

namespace Gazetier.Features.Manuscripts;

/// <summary>
/// What a save began from: a revision, and the moment of the save in it that was seen. The moment tells two devices of one person
/// apart, whose saves grow one revision (docs/decisions/0012). Forms carry it as text: "3", "3.1795408200000" or, with its end, "3.1795408200000+".
/// </summary>
/// <param name="Number">Of the revision; 0 where the article had no manuscript.</param>
/// <param name="SavedAt">In milliseconds of Unix time. Null: only the number counts.</param>
/// <param name="IsAnew">The other text was seen and is to stay: what is saved does not grow its revision, but begins one.</param>
public readonly record struct StartingPoint(int Number, long? SavedAt = null, bool IsAnew = false)
{
    public static StartingPoint Of(int number, DateTime savedAt) => new(number, new DateTimeOffset(savedAt).ToUnixTimeMilliseconds());

    /// <summary>What is none is 0, which nothing that was saved has: what comes with it is kept aside.</summary>
    public static StartingPoint Read(string? text)
    {
        var parts = (text ?? "").TrimEnd('+').Split('.');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null, text!.EndsWith('+'))
            : default;
    }

    /// <summary>Whether nobody saved since.</summary>
    /// <param name="newest">The newest revision.</param>
    public bool Is(Revision newest) =>
        Number == newest.Number ? SavedAt is null || SavedAt == Of(newest.Number, newest.SavedAt).SavedAt
            : Number == 0 && newest is { Number: 1, Kind: RevisionKind.Found };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}{Moment}{(IsAnew ? "+" : "")}");

    private string Moment => SavedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $".{at}") : "";
}

using System.Globalization;

namespace Gazetier.Features.Figures;

/// <summary>How far an article was read, as <c>reading.js</c> says it when the page is left: once, without a name.</summary>
/// <param name="IsStopped">The wall stood in the page: the quarters are those of the open part.</param>
/// <param name="Quarter">The deepest that was reached: one of <see cref="Quarters"/>.</param>
/// <param name="Time">How long it was looked at: one of <see cref="Times"/>.</param>
public readonly record struct ReadingReport(long ArticleId, bool IsStopped, string Quarter, string Time)
{
    public static readonly IReadOnlyList<string> Quarters = ["25", "50", "75", "100"];

    /// <summary>Seconds: each the lower end of a span that ends where the next begins.</summary>
    public static readonly IReadOnlyList<string> Times = ["0", "10", "30", "60", "180"];

    /// <summary>Null where anything is not as the script writes it.</summary>
    public static ReadingReport? Read(IFormCollection form)
    {
        var isNumber = long.TryParse(form["article"], NumberStyles.None, CultureInfo.InvariantCulture, out var article) && article > 0;
        var (quarter, time, wall) = (Quarters.FirstOrDefault(q => form["quart"] == q), Times.FirstOrDefault(s => form["secondes"] == s), form["mur"].ToString());
        return isNumber && quarter is not null && time is not null && wall is "oui" or "non"
            ? new ReadingReport(article, wall == "oui", quarter, time)
            : null;
    }
}

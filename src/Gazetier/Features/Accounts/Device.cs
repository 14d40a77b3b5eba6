namespace Gazetier.Features.Accounts;

/// <summary>Names a browser in words that its owner recognises: "Firefox, Linux". Nothing of the header itself is kept.</summary>
public static class Device
{
    public const string Unknown = "Navigateur inconnu";

    // The first that is found counts: the newer name comes before the one that it claims to be.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <param name="agent">The header <c>User-Agent</c>.</param>
    public static string Of(string? agent)
    {
        if (string.IsNullOrEmpty(agent))
        {
            return Unknown;
        }

        var browser = Array.Find(Browsers, b => agent.Contains(b.Mark, StringComparison.Ordinal)).Name;
        var system = Array.Find(Systems, s => agent.Contains(s.Mark, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => Unknown,
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser}, {system}",
        };
    }
}

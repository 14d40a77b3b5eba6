using System.Globalization;

namespace Gazetier.Features.Licensing;

/// <summary>
/// Whose line holds at an address: a section's (its lists, its club), an article's (its page, conversation and card), that of the files, or
/// else the newspaper's. Routes know no capitals from small letters, and so does this. Pure.
/// </summary>
/// <param name="Section">Slug; null: of no section.</param>
/// <param name="Article">Number; null: of no article.</param>
public readonly record struct RobotPlace(string? Section = null, long? Article = null, bool IsFile = false)
{
    /// <summary>Where pictures, drawings and attachments lie. Their addresses tell of no article, and several may show one.</summary>
    public static readonly IReadOnlyList<string> Files = ["/images/", "/graphiques/", "/fichiers/"];

    private static readonly string[] OfSections = ["/rubriques/", "/clubs/", "/vignettes/rubrique/", "/vignettes/club/"];
    private static readonly string[] OfArticles = ["/reactions/", "/vignettes/article/", "/"];

    /// <param name="path">Begins with a slash.</param>
    public static RobotPlace At(string path)
    {
        if (First(path, OfSections) is { } slug)
        {
            return new(Section: slug);
        }

        if (Files.Any(root => path.StartsWith(root, StringComparison.OrdinalIgnoreCase)))
        {
            return new(IsFile: true);
        }

        // As loosely as routes read a number: " +12" is one.
        return long.TryParse(First(path, OfArticles), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? new(Article: number) : default;
    }

    /// <summary>What stands between the slashes after one of these beginnings.</summary>
    private static string? First(string path, string[] roots) =>
        Array.Find(roots, root => path.StartsWith(root, StringComparison.OrdinalIgnoreCase)) is { } root ? path[root.Length..].Split('/', 2)[0] : null;
}

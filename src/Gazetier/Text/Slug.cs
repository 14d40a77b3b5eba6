using System.Text;

namespace Gazetier.Text;

/// <summary>The readable part of an address (G-01): lower-case ASCII letters, digits and single hyphens.</summary>
public static class Slug
{
    /// <summary>In characters; longer titles are cut at the end of a word.</summary>
    public const int MaxLength = 80;

    /// <summary>What stands where a title has no letter of ours at all.</summary>
    public const string Untitled = "sans-titre";

    /// <summary>A slug of 1 to <see cref="MaxLength"/> characters; a slug is its own slug.</summary>
    public static string From(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in Fold.Of(title))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Shorten(slug.ToString().TrimEnd('-'));
    }

    private static string Shorten(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug.Length == 0 ? Untitled : slug;
        }

        var border = slug.LastIndexOf('-', MaxLength);
        return border > 0 ? slug[..border] : slug[..MaxLength];
    }
}

using System.Text;

namespace Gazetier.Web;

/// <summary>Where a form leads back to: only ever a path of our own, and one that a header can carry.</summary>
public static class LocalPath
{
    /// <summary>Characters of a path that we take from a form.</summary>
    public const int Longest = 1000;

    /// <summary><paramref name="path"/> when it is one of ours, else <paramref name="otherwise"/>. "//host" and "/\host" are not.</summary>
    public static string Or(string? path, string otherwise) =>
        path is { Length: > 0 and < Longest } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl)
            ? Escaped(path)
            : otherwise;

    /// <summary>A Location header is ASCII: "/thèmes" goes as "/th%C3%A8mes". What is escaped already stays.</summary>
    private static string Escaped(string path)
    {
        if (path.All(letter => letter is > ' ' and < '\u007f'))
        {
            return path;
        }

        var escaped = new StringBuilder(path.Length + 16);
        foreach (var rune in path.EnumerateRunes())
        {
            escaped.Append(rune.Value is > ' ' and < 0x7f ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return escaped.ToString();
    }
}

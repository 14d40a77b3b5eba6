using Gazetier.Web;

namespace Gazetier.Features.Redirects;

/// <summary>A redirect as somebody wrote it: two addresses, of ours or as the old site had them.</summary>
/// <param name="Number">Of the line, from 1.</param>
public sealed record RedirectLine(int Number, string From, string To)
{
    public const int Longest = 500;

    /// <summary>
    /// Lines of two columns, parted by a semicolon, a comma or a tab; a head without addresses is passed over. Quotes around a column
    /// hold it together.
    /// </summary>
    public static IEnumerable<RedirectLine> Read(string csv)
    {
        foreach (var (index, line) in csv.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n').Index())
        {
            var columns = Columns(line);
            var isHead = index == 0 && columns.All(column => !column.Contains('/', StringComparison.Ordinal));
            if (line.Trim().Length > 0 && !isHead)
            {
                yield return new RedirectLine(index + 1, columns[0], columns.Count > 1 ? columns[1] : "");
            }
        }
    }

    /// <summary>The old path, decoded as requests come in; null where it is no path that a page can have had.</summary>
    public string? OldPath()
    {
        var path = Uri.TryCreate(From, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : From;
        path = Uri.UnescapeDataString(path);
        return path.Length is > 1 and < Longest && LocalPath.Or(path, "").Length > 0 && path.IndexOfAny(['?', '#', '\uFFFD']) < 0 ? path : null;
    }

    /// <summary>Where it leads; null where that is not ours.</summary>
    /// <param name="root">"https://www.exemple.fr".</param>
    public string? Target(string root)
    {
        var target = To.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase) ? To[root.Length..] : To;
        return target.Length is > 0 and < Longest && LocalPath.Or(target, "").Length > 0 && !target.Any(c => char.IsSurrogate(c) || char.IsWhiteSpace(c)) ? target : null;
    }

    private static List<string> Columns(string line)
    {
        var separator = new[] { ';', '\t', ',' }.FirstOrDefault(mark => line.Contains(mark, StringComparison.Ordinal));
        return [.. line.Split(separator == default ? ';' : separator, 3).Select(column => column.Trim().Trim('"').Trim())];
    }
}

/// <summary>Why a redirect was refused.</summary>
public enum RedirectRefusal
{
    /// <summary>The old address is not a path.</summary>
    NoPath,

    /// <summary>The new one is not ours.</summary>
    NotOurs,

    /// <summary>It would lead to itself, at once or over others.</summary>
    Circle,

    /// <summary>A page answers there: the redirect would have no effect.</summary>
    Living,

    /// <summary>Nothing answers where it would lead.</summary>
    Nowhere,
}

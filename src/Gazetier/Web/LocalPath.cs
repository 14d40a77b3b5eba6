namespace Gazetier.Web;

/// <summary>Where a form leads back to: only ever a path of our own.</summary>
public static class LocalPath
{
    /// <summary><paramref name="path"/> when it is one of ours, else <paramref name="otherwise"/>. "//host" and "/\host" are not.</summary>
    public static string Or(string? path, string otherwise) =>
        path is { Length: > 0 and < 1000 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl)
            ? path
            : otherwise;
}

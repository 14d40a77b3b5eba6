namespace Gazetier.Web;

/// <summary>Style, scripts and fonts: revalidated, or kept for a year where the address names the version (<c>?v=</c>).</summary>
public static class StaticFiles
{
    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = file =>
        {
            var isVersioned = file.Context.Request.Query.ContainsKey("v") || file.File.Name.EndsWith(".woff2", StringComparison.Ordinal);
            file.Context.Response.Headers.CacheControl = isVersioned ? "public, max-age=31536000, immutable" : "public, no-cache";
        },
    };
}

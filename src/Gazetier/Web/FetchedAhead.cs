namespace Gazetier.Web;

/// <summary>A page that a browser fetches before anybody clicked, and perhaps for nobody: it is neither counted nor spent.</summary>
public static class FetchedAhead
{
    public static bool Is(HttpRequest request) => Says(request.Headers["Sec-Purpose"]) || Says(request.Headers["Purpose"]);

    private static bool Says(string? purpose) =>
        purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true || purpose?.Contains("prerender", StringComparison.OrdinalIgnoreCase) == true;
}

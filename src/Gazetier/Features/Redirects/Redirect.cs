namespace Gazetier.Features.Redirects;

/// <summary>An address that a page used to have, answered with 301 to the one it has now.</summary>
public class Redirect
{
    /// <summary>The old path, "/2014/03/ancien-titre/".</summary>
    public required string Path { get; set; }

    /// <summary>The path that serves it now.</summary>
    public required string Target { get; set; }
}

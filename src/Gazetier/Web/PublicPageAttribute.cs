namespace Gazetier.Web;

/// <summary>
/// Declares that an address answers the same bytes to all readers of one class of access: it may be kept and given
/// again. A page without it is personal and is never kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute : Attribute
{
    /// <summary>True when even the class of access changes nothing (feeds, sitemaps, robots.txt).</summary>
    public bool SameForAll { get; set; }
}

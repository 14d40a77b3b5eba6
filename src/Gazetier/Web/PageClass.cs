namespace Gazetier.Web;

/// <summary>What makes two requests for one address get different bytes: the reader's class of access, and the language.</summary>
/// <param name="Access">0 for a visitor without an account; the meaning of the others is Access's own.</param>
/// <param name="Language">The language of the screens.</param>
/// <param name="Products">What the reader may open, as Access numbers it.</param>
/// <param name="Apart">Null for most; else what sets this page apart from others of its class: a banner, an article that was given.</param>
public readonly record struct PageClass(byte Access, Language Language, ulong Products = 0, string? Apart = null);

/// <summary>Tells the class of a request, cheaply: it is asked on each.</summary>
public delegate ValueTask<PageClass> ClassifyRequest(HttpContext context);

/// <summary>Languages of the screens. French comes first.</summary>
public enum Language : byte
{
    French,
    English,
}

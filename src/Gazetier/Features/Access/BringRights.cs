namespace Gazetier.Features.Access;

/// <summary>
/// Says what a request brings besides its reader's own rights: its address, a gift, a free article. Asked on each request, before
/// anything else: it answers null at once where it has nothing to do with it.
/// </summary>
/// <param name="reader">Who asks, with what was found so far.</param>
public delegate ValueTask<Brought?> BringRights(HttpContext context, Reader reader);

/// <param name="Grants">Rights that hold for this request.</param>
/// <param name="Apart">What is shown to this reader otherwise than to others with these rights: pages are kept apart by it.</param>
public sealed record Brought(Grant[] Grants, string? Apart);

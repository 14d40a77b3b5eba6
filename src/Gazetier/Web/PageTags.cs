namespace Gazetier.Web;

/// <summary>What the page being rendered shows: when one of these changes, the kept page is dropped.</summary>
public sealed class PageTags
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _tags;

    /// <summary>UTC; the page must be made anew at this instant (a pin that ends, a scheduled article).</summary>
    public DateTime? Until { get; private set; }

    /// <summary>False when this answer must not be kept although its address may be.</summary>
    public bool IsKept { get; private set; } = true;

    public void Add(params IEnumerable<string> tags) => _tags.UnionWith(tags);

    public void ExpireAt(DateTime until) => Until = Until < until ? Until : until;

    public void DoNotKeep() => IsKept = false;

    /// <summary>Told each time that this page is given, made just now or kept, with a body or by 304. Must be quick and never fail.</summary>
    public Action<HttpContext>? Given { get; private set; }

    public void TellWhenGiven(Action<HttpContext> given) => Given += given;
}

public static class PageTagsOfRequest
{
    /// <summary>The tags of the page being rendered.</summary>
    public static PageTags Tags(this HttpContext context)
    {
        if (context.Features.Get<PageTags>() is not { } tags)
        {
            tags = new PageTags();
            context.Features.Set(tags);
        }

        return tags;
    }
}

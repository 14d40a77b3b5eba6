namespace Gazetier.Features.Articles;

/// <summary>An article that the request brings with it, and that its page shows as it is: a preview of what is not saved, or not out.</summary>
public sealed record ArticleInHand(Article Article);

namespace Gazetier.Features.Feeds;

/// <summary>What a feed can be of (G-02).</summary>
public enum FeedKind
{
    WholePaper,
    Section,
    Theme,
    Dossier,
    Author,
}

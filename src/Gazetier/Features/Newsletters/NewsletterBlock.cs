using Gazetier.Features.Deliveries;
using Gazetier.Features.Pictures;

namespace Gazetier.Features.Newsletters;

/// <summary>Bloc: one part of an issue: articles, a text, a picture, a notice, or a partner's own.</summary>
public class NewsletterBlock
{
    public const int MaxTitle = 120;
    public const int MaxText = 20_000;
    public const int MaxAdvertiser = 120;
    public const int MaxLink = 500;
    public const int MostArticles = 30;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid IssueId { get; set; }
    public NewsletterIssue Issue { get; set; } = null!;
    public int Position { get; set; }
    public NewsletterBlockKind Kind { get; set; }

    /// <summary>Stands above it; may be empty.</summary>
    public string Title { get; set; } = "";

    /// <summary>Article numbers in order, separated by commas.</summary>
    public string Articles { get; set; } = "";

    /// <summary>As it was written, in Markdown; under a picture, its caption.</summary>
    public string Text { get; set; } = "";

    /// <summary>The text as it is shown: cleaned when it was saved.</summary>
    public string Html { get; set; } = "";

    public Guid? PictureId { get; set; }

    public Picture? Picture { get; set; }

    /// <summary>What the picture shows, where this issue says it otherwise than the library.</summary>
    public string AlternativeText { get; set; } = "";

    /// <summary>A partner's: how it is labelled.</summary>
    public PartnerLabel Label { get; set; }

    /// <summary>Who pays for it.</summary>
    public string Advertiser { get; set; } = "";

    /// <summary>Where it leads: an address that begins with https.</summary>
    public string Link { get; set; } = "";

    /// <summary>Others than subscribers read a sentence in its place.</summary>
    public bool ForSubscribers { get; set; }

    /// <summary>Raised with each save: of two who write at once, the second is told.</summary>
    public int Version { get; set; }

    /// <summary>The numbers in <see cref="Articles"/>, in their order.</summary>
    public IReadOnlyList<long> ArticleIds() => Delivery.IdsIn(Articles);

    /// <summary>Whether a reader who is no subscriber may be kept from it. Of articles each says so itself.</summary>
    public static bool MayBeForSubscribers(NewsletterBlockKind kind) => kind is NewsletterBlockKind.Text or NewsletterBlockKind.Notice or NewsletterBlockKind.Picture;
}

/// <summary>What a block is.</summary>
public enum NewsletterBlockKind
{
    Articles,
    Text,
    Picture,
    Notice,
    Partner,
}

/// <summary>What a partner's block is called, as the law wants it to be called.</summary>
public enum PartnerLabel
{
    /// <summary>"Publicité".</summary>
    Advertisement,

    /// <summary>"Communiqué".</summary>
    Communique,
}

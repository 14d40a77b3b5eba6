using Gazetier.Features.Access;
using Gazetier.Features.Dossiers;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Pictures;
using Gazetier.Features.Places;
using Gazetier.Features.Products;
using Gazetier.Features.Sections;
using Gazetier.Features.Themes;
using Gazetier.Text;

namespace Gazetier.Features.Articles;

/// <summary>
/// What the newspaper publishes. Its address is <c>/{Id}/{Slug}/</c>: the number never changes, the slug may (G-01).
/// It has exactly one main section, and any number of other sections, themes and dossiers (G-03).
/// </summary>
public class Article
{
    public long Id { get; set; }

    /// <summary>The readable part of the address; a wrong or old one answers 301 to this one.</summary>
    public required string Slug { get; set; }

    public Format Format { get; set; }

    /// <summary>Surtitre: the line above the headline, "[Entretien] Nouvelles technologies".</summary>
    public string? Kicker { get; set; }

    public required string Headline
    {
        get;
        set
        {
            field = value;
            HeadlineFolded = Fold.Of(value);
        }
    }

    /// <summary>Without case and accents, for the newsroom's search; follows the headline.</summary>
    public string HeadlineFolded { get; private set; } = "";

    /// <summary>Chapô: shown to all, on cards, in feeds and mails. May be empty.</summary>
    public string Standfirst { get; set; } = "";

    /// <summary>HTML in the closed vocabulary of <c>Body.Sanitise</c>, sanitised when written: rendering it is copying it.</summary>
    public string Body { get; set; } = "";

    /// <summary>Words of the body, counted when it is written.</summary>
    public int Words { get; set; }

    /// <summary>
    /// What the article asks of its reader between <see cref="OpenUntil"/> and <see cref="FreeAt"/>; what it asks now is <see cref="Asks"/>.
    /// </summary>
    public Requirement Access { get; set; } = Requirement.Subscription;

    /// <summary>Where it asks for a right: one to any of these opens it.</summary>
    public ProductSet AnyOf { get; set; } = ProductSet.Paper;

    public ArticleStatus Status { get; set; } = ArticleStatus.Draft;

    /// <summary>UTC. In the future for a scheduled article.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>UTC; when the change log told of it: "article.published" or, for what was scheduled, "article.appeared". Null: not yet.</summary>
    public DateTime? AppearedAt { get; set; }

    /// <summary>UTC; with <see cref="ModifiedReason"/>, shown under the headline (L-31).</summary>
    public DateTime? ModifiedAt { get; set; }

    public string? ModifiedReason { get; set; }

    /// <summary>Each change that readers were told of, oldest first (L-31).</summary>
    public List<Correction> Corrections { get; set; } = [];

    /// <summary>Droits de réponse: what people named in it answered (L-30).</summary>
    public List<Reply> Replies { get; set; } = [];

    /// <summary>A withdrawn article keeps a notice with its headline and the reason at its address (L-31).</summary>
    public bool KeepsNotice { get; set; }

    /// <summary>UTC; until then it asks nothing of its reader ("opened to all for a time", "locked n days after it appeared"). Null: it asks at once.</summary>
    public DateTime? OpenUntil { get; set; }

    /// <summary>UTC; from then on it asks nothing of its reader ("free again on"). Null: it stays as it is, or was freed.</summary>
    public DateTime? FreeAt { get; set; }

    /// <summary>UTC; from then on the front page does not show it of itself. Null: as long as it is new.</summary>
    public DateTime? FrontPageUntil { get; set; }

    /// <summary>What machines had to do with the text (L-90).</summary>
    public MachineUse MachineUse { get; set; }

    /// <summary>Who read over what a machine had a part in, and answers for it; null where nobody did (L-90).</summary>
    public string? ReviewedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ReviewedAt { get; set; }

    public Guid MainSectionId { get; set; }
    public Section MainSection { get; set; } = null!;
    public List<Section> OtherSections { get; set; } = [];
    public List<Theme> Themes { get; set; } = [];

    /// <summary>The regions, départements and communes that it is about, the narrowest only: those around them follow.</summary>
    public List<Place> Places { get; set; } = [];

    /// <summary>Textes visés: the laws, rulings and answers that it is about.</summary>
    public List<LegalText> LegalTexts { get; set; } = [];

    /// <summary>What comes first in readers' own editions.</summary>
    public Weight Weight { get; set; }

    public List<Byline> Bylines { get; set; } = [];
    public List<DossierPart> DossierParts { get; set; } = [];

    public Guid? LeadPictureId { get; set; }
    public Picture? LeadPicture { get; set; }

    /// <summary>Said under the lead picture; its credit belongs to the picture itself.</summary>
    public string? LeadCaption { get; set; }

    /// <summary>Where the text comes from and under which licence, when it is not the newspaper's own; shown at its foot.</summary>
    public string? Attribution { get; set; }

    /// <summary>The key that an import knows this article by; unique. Null for an article written here.</summary>
    public string? ImportKey { get; set; }

    /// <summary>Fingerprint of the imported line, so that a second run changes nothing.</summary>
    public string? ImportFingerprint { get; set; }

    /// <summary>Raised at each change: two people cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>Whether readers may find it at <paramref name="now"/> (UTC).</summary>
    public bool IsPublished(DateTime now) => Status == ArticleStatus.Published && PublishedAt <= now;

    /// <summary>What it asks of its reader at <paramref name="now"/> (UTC).</summary>
    public Asked Asks(DateTime now) => new(Access.At(OpenUntil, FreeAt, now), AnyOf, Id);

    /// <summary>Gives it to all for good, once its time has come.</summary>
    public void Free() => (Access, OpenUntil, FreeAt) = (Requirement.None, null, null);

    /// <summary>
    /// Each change that readers were told of, oldest first. What an import brought as the latest change has no row of its own and
    /// stands here all the same (L-31).
    /// </summary>
    public IReadOnlyList<Correction> ChangesTold()
    {
        var latest = ModifiedAt is { } at && ModifiedReason is { Length: > 0 } reason && !Corrections.Exists(c => c.Text == reason)
            ? [new Correction { ArticleId = Id, At = at, Text = reason }]
            : Array.Empty<Correction>();
        return [.. Corrections.Concat(latest).OrderBy(c => c.At)];
    }

    /// <summary>Tells readers of a change (L-31).</summary>
    /// <returns>New rows, which the caller adds: the change, and the one before it where that had none.</returns>
    public IReadOnlyList<Correction> Correct(DateTime at, string text)
    {
        var before = ChangesTold().Except(Corrections);
        (ModifiedAt, ModifiedReason) = (at, text);
        return [.. before, new Correction { ArticleId = Id, At = at, Text = text }];
    }

    /// <summary>Takes out of it, as it stands in memory, the pictures that readers may not see at <paramref name="now"/> (UTC).</summary>
    public void HideEndedPictures(DateTime now)
    {
        LeadPicture = LeadPicture?.MayBeShown(now) == true ? LeadPicture : null;
        foreach (var byline in Bylines.Where(byline => byline.Author.Portrait?.MayBeShown(now) == false))
        {
            byline.Author.Portrait = null;
        }
    }

    /// <summary>Makes the article visible from <paramref name="at"/> (UTC). Publishing twice keeps the first date.</summary>
    /// <exception cref="InvalidOperationException">It was withdrawn: a withdrawn address answers 410 for good.</exception>
    public void Publish(DateTime at)
    {
        if (Status == ArticleStatus.Withdrawn)
        {
            throw new InvalidOperationException($"Article {Id} was withdrawn.");
        }

        Status = ArticleStatus.Published;
        PublishedAt ??= at;
    }

    /// <summary>Takes the article off: its address answers 410 (L-31).</summary>
    public void Withdraw(DateTime at, string reason)
    {
        Status = ArticleStatus.Withdrawn;
        ModifiedAt = at;
        ModifiedReason = reason;
    }
}

using System.Globalization;
using Gazetier.Features.Access;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Features.Sections;
using Gazetier.Features.Sharing;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Articles;

/// <summary>
/// What the head of an article's page says to search engines and to those who share it. It never sees the body: of the
/// text it gets what is open to all, and no more (G-05).
/// </summary>
public sealed record ArticleHead
{
    /// <summary>Characters of a description made from the opening of the text.</summary>
    private const int DescriptionLength = 200;

    /// <summary>Absolute; without parameters.</summary>
    public required string Url { get; init; }

    /// <summary>Absolute address at which it is embedded elsewhere.</summary>
    public required string OEmbed { get; init; }

    public required string Headline { get; init; }

    public required string Description { get; init; }

    /// <summary>UTC; null in a preview.</summary>
    public required DateTime? PublishedAt { get; init; }

    /// <summary>UTC; the day of publication where nothing was changed since.</summary>
    public required DateTime? ModifiedAt { get; init; }

    /// <summary>What was corrected, and what people named in it answered, as the page says it, oldest first (L-30, L-31).</summary>
    public required IReadOnlyList<HeadCorrection> Corrections { get; init; }

    /// <summary>What machines had to do with the text (L-90).</summary>
    public required MachineUse MachineUse { get; init; }

    /// <summary>The label that readers read of it; null where a person wrote the text.</summary>
    public required string? MachineLabel { get; init; }

    /// <summary>Whether anybody reads it whole.</summary>
    public required bool IsFree { get; init; }

    public required bool IsOpinion { get; init; }

    public required IReadOnlyList<HeadLink> Authors { get; init; }

    /// <summary>From the front page down to the main section.</summary>
    public required IReadOnlyList<HeadLink> Breadcrumb { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    /// <summary>Its own, or the card that is drawn of its headline.</summary>
    public required LargePicture Picture { get; init; }

    /// <summary>What readers say under it; null where nothing is, or will be.</summary>
    public HeadTalk? Talk { get; init; }

    /// <summary>Where it stood on paper; null: nowhere.</summary>
    public HeadPrint? Print { get; init; }

    public required HeadLink Newspaper { get; init; }

    /// <summary>What robots may do with it.</summary>
    public required RobotLine Robots { get; init; }

    /// <summary>Absolute address of the licence; null where nothing is reserved.</summary>
    public required string? Licence { get; init; }

    /// <summary>The same; null where mining is not.</summary>
    public string? MiningPolicy => Robots.ReservesMining ? Licence : null;

    /// <summary>What the page asks of search engines.</summary>
    public string Indexing => !Robots.MaySearch ? Robots.Indexing
        : string.Join(", ", new[] { "max-image-preview:large", IsFree || Robots.KeepsCopies ? "" : "noarchive", Robots.Indexing }.Where(asked => asked.Length > 0));

    /// <param name="article">With its picture, bylines and themes.</param>
    /// <param name="asked">What it asks of its reader now.</param>
    /// <param name="openText">Plain text of the part that is open to all.</param>
    /// <param name="breadcrumb">From the top of the tree down to the main section.</param>
    /// <param name="robots">What holds in that section.</param>
    /// <param name="club">The colour of the club that it lies in; null: in none.</param>
    public static ArticleHead Of(
        Article article, Requirement asked, string openText, IReadOnlyList<Section> breadcrumb, RobotLine robots, Imprint imprint, PublicAddress address, Accent? club = null)
    {
        var newspaper = new HeadLink(imprint.Name, address.Of("/"));
        var url = address.Of(ArticleAddress.Of(article.Id, article.Slug));
        return new ArticleHead
        {
            Url = url,
            OEmbed = address.Of("/oembed?url=" + Uri.EscapeDataString(url)),
            Headline = Printable.Only(article.Headline),
            Description = Printable.Only(article.Standfirst.Length > 0 ? article.Standfirst : Shortened.To(DescriptionLength, openText)),
            PublishedAt = article.PublishedAt,
            ModifiedAt = article.ModifiedAt > article.PublishedAt ? article.ModifiedAt : article.PublishedAt,
            Corrections =
            [
                .. article.ChangesTold().Select(c => new HeadCorrection(Printable.Only(c.Text), c.At, url + "#corrections")),
                .. article.Replies.Select(r => new HeadCorrection(Printable.Only(r.Text), r.PublishedAt, $"{url}#{r.Anchor}") { Author = Printable.Only(r.Name) }),
            ],
            MachineUse = article.MachineUse,
            MachineLabel = article.MachineUse.Label(article.ReviewedBy, article.ReviewedAt, new Phrases(Language.French), TimeZoneInfo.FindSystemTimeZoneById(imprint.TimeZone)),
            IsFree = asked == Requirement.None,
            IsOpinion = article.Format is Format.Opinion or Format.Column,
            Authors = [.. article.Bylines.OrderBy(b => b.Position).Select(b => new HeadLink(Printable.Only(b.Author.Name), address.Of($"/auteurs/{b.Author.Slug}/")))],
            Breadcrumb = [newspaper, .. breadcrumb.Select(s => new HeadLink(Printable.Only(s.Name), address.Of($"/rubriques/{s.Slug}/")))],
            Themes = [.. article.Themes.Select(t => Printable.Only(t.Name))],
            Picture = article.LeadPicture is { } p
                ? LargePicture.Of(p.Key, p.Width, p.Height, Printable.Only(p.Credit), Printable.Only(p.AlternativeText), address) with { IsMachineMade = p.IsMachineMade }
                : ShareCard.Of(ShareCard.Article, article.Id.ToString(CultureInfo.InvariantCulture), article.MainSection.Name, article.Headline, imprint, club).ToPicture(address),
            Newspaper = newspaper,
            Robots = robots,
            Licence = robots.IsReserved ? address.Of(SayLicence.Page) : null,
        };
    }
}

/// <summary>A name with its absolute address.</summary>
public sealed record HeadLink(string Name, string Url);

/// <summary>A correction, or a reply, as machines read it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Url">Absolute, with its place on the page.</param>
public sealed record HeadCorrection(string Text, DateTime At, string Url)
{
    /// <summary>Who answers; null where the newspaper corrects itself.</summary>
    public string? Author { get; init; }
}

/// <summary>The conversation as machines read it.</summary>
/// <param name="Count">Comments that readers see.</param>
/// <param name="Url">Absolute address of all of them.</param>
/// <param name="First">Some of those that stand first.</param>
public sealed record HeadTalk(int Count, string Url, IReadOnlyList<HeadComment> First);

/// <param name="At">UTC.</param>
/// <param name="Url">Absolute, with its place on the page.</param>
public sealed record HeadComment(string Author, string Text, DateTime At, string Url);

/// <summary>An issue of the magazine that an article stood in.</summary>
/// <param name="Path">Of the issue.</param>
public sealed record HeadPrint(int Number, int Folio, string Path);

using System.Security.Cryptography;
using System.Text;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Sharing;

/// <summary>
/// Vignette: the picture that stands beside a link to a page without a picture of its own, wherever it is shared. Its words are its
/// whole content: the same words are the same picture, made once.
/// </summary>
/// <param name="Kind">Of the page: "article", "dossier", "theme".</param>
/// <param name="Id">Of the page, as addresses write it.</param>
/// <param name="Label">Above the headline: the section, or what kind of page it is.</param>
/// <param name="Colour">Of the section where it has one, else the newspaper's.</param>
public sealed record ShareCard(string Kind, string Id, string Label, string Headline, string Newspaper, Accent Colour)
{
    public const int Width = 1200;
    public const int Height = 630;
    public const string Root = "/vignettes/";
    public const string Article = "article";
    public const string Dossier = "dossier";
    public const string Club = "club";
    public const string Section = "rubrique";
    public const string Theme = "theme";
    public const string Author = "auteur";
    public const string Event = "agenda";
    public const string Announcement = "annonce";
    public const string Quiz = "quiz";
    public const string Text = "texte";
    public const string Issue = "magazine";

    /// <summary>Of the front page, and of every page that has none of its own.</summary>
    public const string Paper = "journal";

    /// <summary>Raised when cards are drawn in another way.</summary>
    private const int Drawing = 1;

    /// <summary>The program's own accent, as the style has it.</summary>
    private static readonly Accent Own = new(0xa3, 0x24, 0x1b);

    /// <summary>Names the words and the colour.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Drawing, Label, Headline, Newspaper, Colour)))[..16]);

    public string Path => $"{Root}{Kind}/{Id}/{Key}.png";

    /// <param name="label">May be empty.</param>
    /// <param name="club">The colour of the club that the page lies in; null: in none.</param>
    public static ShareCard Of(string kind, string id, string label, string headline, Imprint imprint, Accent? club) => new(
        kind,
        id,
        Line(label),
        Line(French.TypesetText(headline)),
        Line(imprint.Name),
        club ?? Accent.Parse(imprint.Accent) ?? Own);

    /// <summary>The newspaper's own, with what it says of itself.</summary>
    public static ShareCard OfPaper(Imprint imprint) => Of(Paper, "une", "", imprint.Tagline.Length > 0 ? imprint.Tagline : imprint.Name, imprint, null);

    /// <summary>As feeds and heads of pages name a picture.</summary>
    public LargePicture ToPicture(PublicAddress address) => new(address.Of(Path), Width, Height, "", Headline) { Type = "image/png" };

    /// <summary>Our type has the wide no-break space alone.</summary>
    private static string Line(string text) => Printable.Line(text).Replace('\u202f', '\u00a0');
}

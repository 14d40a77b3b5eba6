using System.Globalization;
using Gazetier.Features.Deliveries;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>One block as its form has it.</summary>
public sealed class BlockForm
{
    [FromForm(Name = "titre")]
    public string? Title { get; set; }

    [FromForm(Name = "texte")]
    public string? Text { get; set; }

    /// <summary>Numbers of the articles chosen so far, in order.</summary>
    [FromForm(Name = "articles")]
    public List<long> Articles { get; set; } = [];

    [FromForm(Name = "image")]
    public Guid? Picture { get; set; }

    [FromForm(Name = "alternative")]
    public string? AlternativeText { get; set; }

    [FromForm(Name = "etiquette")]
    public PartnerLabel Label { get; set; }

    [FromForm(Name = "annonceur")]
    public string? Advertiser { get; set; }

    [FromForm(Name = "lien")]
    public string? Link { get; set; }

    [FromForm(Name = "reserve")]
    public bool ForSubscribers { get; set; }

    /// <summary>The one that was read; another has been saved since where it differs.</summary>
    [FromForm(Name = "version")]
    public int Version { get; set; }

    public static BlockForm Of(NewsletterBlock block) => new()
    {
        Title = block.Title,
        Text = block.Text,
        Articles = [.. block.ArticleIds()],
        Picture = block.PictureId,
        AlternativeText = block.AlternativeText,
        Label = block.Label,
        Advertiser = block.Advertiser,
        Link = block.Link,
        ForSubscribers = block.ForSubscribers,
        Version = block.Version,
    };

    /// <summary>Adds, removes or moves an article: "ajouter:12", "oter:12", "monter:12", "descendre:12". False: it is none of these.</summary>
    public bool Arrange(string? action)
    {
        if ((action ?? "").Split(':') is not [var verb, var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var article))
        {
            return false;
        }

        var place = Articles.IndexOf(article);
        if (verb == "ajouter" && place < 0 && Articles.Count < NewsletterBlock.MostArticles)
        {
            Articles.Add(article);
        }
        else if (verb == "oter" && place >= 0)
        {
            Articles.RemoveAt(place);
        }
        else if (place >= 0 && (verb == "monter" ? place - 1 : place + 1) is var to && to >= 0 && to < Articles.Count && verb is "monter" or "descendre")
        {
            (Articles[place], Articles[to]) = (Articles[to], Articles[place]);
        }

        return verb is "ajouter" or "oter" or "monter" or "descendre";
    }

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public void Check(NewsletterBlockKind kind, ModelStateDictionary state, Phrases t)
    {
        (Title, Advertiser, Link, AlternativeText) = (Printable.Line(Title ?? ""), Printable.Line(Advertiser ?? ""), Printable.Line(Link ?? ""), Printable.Line(AlternativeText ?? ""));
        Text = Printable.Only(Text ?? "").ReplaceLineEndings("\n").Trim();
        AtMost(Title, NewsletterBlock.MaxTitle, "titre");
        AtMost(Text, NewsletterBlock.MaxText, "texte");
        AtMost(AlternativeText, Gazetier.Features.Pictures.Picture.MaxAlternativeText, "alternative");
        AtMost(Advertiser, NewsletterBlock.MaxAdvertiser, "annonceur");
        AtMost(Link, NewsletterBlock.MaxLink, "lien");
        if (kind == NewsletterBlockKind.Partner && Advertiser.Length == 0)
        {
            state.AddModelError("annonceur", t["Dites qui paie : la loi veut que le lecteur le sache."]);
        }

        if (Link.Length > 0 && !(Uri.TryCreate(Link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0))
        {
            state.AddModelError("lien", t["Écrivez une adresse entière, qui commence par https://."]);
        }

        if (!Enum.IsDefined(Label))
        {
            state.AddModelError("etiquette", t["Choisissez une étiquette."]);
        }

        void AtMost(string typed, int most, string field)
        {
            state.Limit(field, typed, most, t);
        }
    }

    /// <summary>After <see cref="Check"/> found nothing wrong: what a block of its kind has, and nothing else.</summary>
    public void CopyTo(NewsletterBlock block)
    {
        block.Title = Title!;
        switch (block.Kind)
        {
            case NewsletterBlockKind.Articles:
                block.Articles = Delivery.Join(Articles.Distinct().Where(id => id > 0).Take(NewsletterBlock.MostArticles));
                break;
            case NewsletterBlockKind.Picture:
                (block.PictureId, block.AlternativeText) = (Picture, AlternativeText!);
                break;
            case NewsletterBlockKind.Partner:
                (block.Label, block.Advertiser, block.Link) = (Label, Advertiser!, Link!);
                break;
        }

        if (block.Kind != NewsletterBlockKind.Articles)
        {
            (block.Text, block.Html) = (Text!, LetterMarkup.Clean(Text!));
        }

        block.ForSubscribers = ForSubscribers && NewsletterBlock.MayBeForSubscribers(block.Kind);
    }
}

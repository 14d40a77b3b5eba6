using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Features.Sections;
using Gazetier.Features.Sharing;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Embeds;

/// <summary>
/// An article as another site embeds it (oEmbed 1.0): a quotation of what all may see, with its link, and without a script. Of the text it
/// says nothing.
/// </summary>
public class EmbedArticle(GazetierDb db, Masthead masthead, OpenClubs clubs, PublicAddress address, TimeProvider clock)
{
    public const int LongestUrl = 2_000;

    private const int Width = 600;
    private const int Height = 240;

    /// <summary>Names and values, in the order of the protocol; null where the address is no article that readers find now.</summary>
    /// <param name="url">As it was asked; anything.</param>
    /// <param name="maxWidth">Pixels, or null.</param>
    /// <param name="maxHeight">Pixels, or null.</param>
    public async Task<IReadOnlyList<(string Name, JsonNode Value)>?> RunAsync(string url, int? maxWidth, int? maxHeight, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (NumberOf(url) is not { } number || await db.Articles.Published(now).Where(a => a.Id == number).ToCards(now).FirstOrDefaultAsync(cancel) is not { } found)
        {
            return null;
        }

        var imprint = await masthead.ImprintAsync(cancel);
        var card = found.Typeset();
        List<(string, JsonNode)> said =
        [
            ("version", "1.0"),
            ("type", "rich"),
            ("title", Printable.Only(card.Headline)),
            ("provider_name", Printable.Only(imprint.Name)),
            ("provider_url", address.Of("/")),
            ("cache_age", 3600),
        ];
        if (card.Authors.Count > 0)
        {
            said.Add(("author_name", Printable.Only(string.Join(", ", card.Authors.Select(author => author.Name)))));
            said.Add(("author_url", address.Of($"/auteurs/{card.Authors[0].Slug}/")));
        }

        said.Add(("html", Html(card, imprint)));
        said.Add(("width", Math.Min(maxWidth ?? Width, Width)));
        said.Add(("height", Math.Min(maxHeight ?? Height, Height)));
        var picture = await PictureAsync(found, imprint, cancel);
        if (!(picture.Width > maxWidth) && !(picture.Height > maxHeight))
        {
            said.AddRange([("thumbnail_url", picture.Url), ("thumbnail_width", picture.Width), ("thumbnail_height", picture.Height)]);
        }

        return said;
    }

    /// <summary>The number in the address of an article of ours; whatever stands behind it, the number alone leads to the article.</summary>
    private long? NumberOf(string url)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var asked) || asked.UserInfo.Length > 0
            || !string.Equals(asked.GetLeftPart(UriPartial.Authority), address.Root, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = asked.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 1 or 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private async Task<LargePicture> PictureAsync(ArticleCard card, Imprint imprint, CancellationToken cancel)
    {
        if (card.Picture is { } p)
        {
            return LargePicture.Of(p.Key, p.Width, p.Height, p.Credit, p.AlternativeText, address);
        }

        var club = await clubs.AboveAsync((await masthead.SectionsAsync(cancel)).PathTo(card.Section.Id), cancel);
        return ShareCard.Of(ShareCard.Article, card.Id.ToString(CultureInfo.InvariantCulture), card.Section.Name, card.Headline, imprint, club?.Colour).ToPicture(address);
    }

    private string Html(ArticleCard card, Imprint imprint)
    {
        var standfirst = card.Standfirst.Length > 0 ? $"<p>{Encoded(card.Standfirst)}</p>" : "";
        return $"<blockquote cite=\"{Encoded(address.Of(card.Path))}\"><p><a href=\"{Encoded(address.Of(card.Path))}\">{Encoded(card.Headline)}</a></p>{standfirst}<footer>{Encoded(imprint.Name)}</footer></blockquote>";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(Printable.Only(text));
}

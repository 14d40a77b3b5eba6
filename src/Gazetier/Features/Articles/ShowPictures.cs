using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Data;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>
/// Pictures of a body as readers may see them now. A body is kept as it was written; what the newsroom says of a picture later
/// is read when the page is made: one whose rights have ended is left out, one that a model made says so (L-90), and the credit
/// is the picture's own. A body that shows none of these is given back as it is.
/// </summary>
public partial class ShowPictures(GazetierDb db)
{
    /// <summary>French, as the body is.</summary>
    public const string MachineLabel = "Image générée par une machine";

    /// <summary>Keys of the pictures that <paramref name="html"/> shows.</summary>
    public static IEnumerable<string> KeysIn(string html) => Keys().Matches(html).Select(match => match.Groups["key"].Value).Distinct(StringComparer.Ordinal);

    public async Task<string> RunAsync(string body, DateTime now, CancellationToken cancel) => (await RunAsync([body], now, cancel))[0];

    /// <summary>Several bodies at the price of one query, or of none where they show no picture.</summary>
    /// <param name="now">UTC.</param>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> bodies, DateTime now, CancellationToken cancel)
    {
        var keys = bodies.SelectMany(KeysIn).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count == 0)
        {
            return bodies;
        }

        var special = await db.Pictures.AsNoTracking()
            .Where(p => keys.Contains(p.Key) && (p.RightsEndAt <= now || p.IsMachineMade || p.DescribedAt != null))
            .ToDictionaryAsync(p => p.Key, cancel);
        return [.. bodies.Select(body => KeysIn(body).Any(special.ContainsKey) ? Show(body, special, now) : body)];
    }

    private static string Show(string body, Dictionary<string, Picture> special, DateTime now)
    {
        var parser = new HtmlParser(new HtmlParserOptions { MaximumDepth = 200 });
        var page = parser.ParseDocument("<!DOCTYPE html>").Body!;
        page.Append([.. parser.ParseFragment(body, page)]);
        foreach (var image in page.QuerySelectorAll("img").ToList())
        {
            if (KeysIn(image.GetAttribute("src") ?? "").FirstOrDefault() is { } key && special.TryGetValue(key, out var picture))
            {
                Show(image, picture, now);
            }
        }

        var html = new StringBuilder();
        foreach (var block in page.ChildNodes)
        {
            html.Append(block.ToHtml());
        }

        return html.ToString();
    }

    private static void Show(IElement image, Picture picture, DateTime now)
    {
        var figure = image.Closest("figure");
        if (!picture.MayBeShown(now))
        {
            Remove(image, figure);
        }
        else if (figure is not null)
        {
            Describe(figure, picture);
        }
    }

    /// <summary>A figure of several pictures keeps the others; a paragraph that held nothing else goes, too.</summary>
    private static void Remove(IElement image, IElement? figure)
    {
        var around = image.Closest("p");
        (image.Closest("picture") ?? image).Remove();
        if (figure is not null && figure.QuerySelector("img") is null)
        {
            figure.Remove();
        }
        else if (around is not null && around.QuerySelector("img") is null && string.IsNullOrWhiteSpace(around.TextContent))
        {
            around.Remove();
        }
    }

    private static void Describe(IElement figure, Picture picture)
    {
        if (figure.QuerySelectorAll("img").Length == 1 && figure.QuerySelector("figcaption .credit") is { } credit)
        {
            credit.TextContent = picture.Credit;
        }

        if (picture.IsMachineMade && figure.QuerySelector(".machine-made") is null)
        {
            var caption = figure.QuerySelector("figcaption") ?? figure.AppendChild(figure.Owner!.CreateElement("figcaption")) as IElement;
            var label = figure.Owner!.CreateElement("span");
            label.ClassName = "machine-made";
            label.TextContent = MachineLabel;
            caption!.Append(figure.Owner.CreateTextNode(" "), label);
        }
    }

    [GeneratedRegex("/images/(?<key>[0-9a-f]{32})/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();
}

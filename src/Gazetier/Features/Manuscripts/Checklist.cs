using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;

namespace Gazetier.Features.Manuscripts;

/// <summary>What is looked at before publication (L-81). Pure: what must be known of pictures and links is handed in.</summary>
public static class Checklist
{
    /// <summary>Longest headline that cards and results of a search show whole.</summary>
    public const int LongHeadline = 110;

    /// <summary>Key of the point that is met by whoever reads over, and says so on the page of publication.</summary>
    public const string Review = "review";

    /// <param name="deadLinks">Addresses of links in the body that lead to nothing.</param>
    /// <param name="isReviewed">Whoever publishes says that they read it over: asked where a machine had a part in it (L-90).</param>
    /// <param name="endedPictures">Credits of the pictures that readers may no longer be shown.</param>
    /// <param name="chartFaults">Why tables of the body could not be drawn, in sentences.</param>
    /// <returns>Every point, in the order of the page.</returns>
    public static IReadOnlyList<CheckPoint> Of(
        Content content,
        IReadOnlyCollection<string> deadLinks,
        bool isReviewed = false,
        IReadOnlyCollection<string>? endedPictures = null,
        IReadOnlyCollection<string>? chartFaults = null)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + content.Body).Body!;
        return
        [
            new("headline", "Un titre", content.Headline.Length > 0, IsNeeded: true),
            new("length", "Un titre de moins de 110 signes", content.Headline.Length <= LongHeadline),
            new("kicker", "Un surtitre", content.Kicker.Length > 0),
            new("standfirst", "Un chapô", content.Standfirst.Length > 0),
            new("body", "Un texte", content.Words > 0, IsNeeded: true),
            new("authors", "Une signature", content.Authors.Count > 0),
            new("theme", "Au moins un thème", content.Themes.Count > 0),
            new("picture", "Une image principale, avec son crédit et son texte de remplacement", content.LeadPicture is not null),
            new("alternatives", "Un texte de remplacement pour chaque image du texte", body.QuerySelectorAll("img").All(image => image.GetAttribute("alt")?.Trim() is { Length: > 0 })),
            new("credits", "Un crédit pour chaque image du texte", body.QuerySelectorAll("figure:not(.chart)").All(figure => figure.QuerySelector("img") is null || figure.QuerySelector(".credit")?.TextContent.Trim() is { Length: > 0 })),
            new("rights", "Des droits en cours pour chaque image", endedPictures is not { Count: > 0 }, Detail: string.Join(", ", endedPictures ?? [])),
            new("charts", "Des graphiques qui se dessinent", chartFaults is not { Count: > 0 }, Detail: string.Join(" ", chartFaults ?? [])),
            new("transcripts", "Une transcription pour chaque son", body.QuerySelectorAll("figure.audio").All(HasTranscript)),
            new("subtitles", "Des sous-titres pour chaque vidéo", body.QuerySelectorAll("figure.video").All(figure => figure.QuerySelector("track[kind=captions]") is not null)),
            new("headings", "Des intertitres dans l’ordre", AreInOrder(body)),
            new("tables", "Des en-têtes dans chaque tableau", body.QuerySelectorAll("table").All(table => table.QuerySelector("th") is not null)),
            new("wording", "Des liens qui disent où ils mènent", body.QuerySelectorAll("a").All(link => !IsVague(link.TextContent))),
            new("links", "Des liens qui répondent", deadLinks.Count == 0, Detail: string.Join(" ", deadLinks)),
            // What a machine wrote appears under a person's name, or not at all.
            new(Review, "Relecture par une personne", content.MachineUse == MachineUse.None || isReviewed, IsNeeded: content.MachineUse == MachineUse.Generated),
            new("mark", "Une marque de fin de partie libre, ou la coupe automatique", content.Access == Requirement.None || Cut.Of(content.Body).Open.Length > 0),
        ];
    }

    /// <summary>
    /// What was given to all is not taken back by accident: a version that asks more than readers are used to appears by name only.
    /// </summary>
    public static CheckPoint OfAccess(Content content, Article article, DateTime now) =>
        new("access", "Un article déjà libre qui le reste", content.Access == Requirement.None || !article.IsPublished(now) || article.Asks(now).Requirement != Requirement.None);

    /// <summary>What the body links to, each address once.</summary>
    public static IReadOnlyList<string> Links(Content content) =>
    [
        .. new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + content.Body).QuerySelectorAll("a[href]")
            .Select(link => link.GetAttribute("href")!).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A level is not stepped over: h2, then h3 (WCAG 1.3.1).</summary>
    private static bool AreInOrder(IElement body)
    {
        var last = 1;
        foreach (var level in body.QuerySelectorAll("h2, h3, h4").Select(heading => heading.TagName[1] - '0'))
        {
            if (level > last + 1)
            {
                return false;
            }

            last = level;
        }

        return true;
    }

    private static bool HasTranscript(IElement figure) => figure.QuerySelector("details.transcript")?.TextContent.Trim() is { Length: > 0 };

    private static bool IsVague(string text) =>
        text.Trim().ToLowerInvariant() is "" or "ici" or "cliquez ici" or "cliquer ici" or "lire" or "lien" or "en savoir plus" or "voir" or "suite";
}

/// <summary>A point of the checklist.</summary>
/// <param name="Key">What the record names it by when somebody passes over it.</param>
/// <param name="Name">French, as the key of the translation.</param>
/// <param name="IsNeeded">Without it there is nothing to publish: nobody passes over it.</param>
/// <param name="Detail">What is wrong, where that can be said.</param>
public sealed record CheckPoint(string Key, string Name, bool IsMet, bool IsNeeded = false, string Detail = "");

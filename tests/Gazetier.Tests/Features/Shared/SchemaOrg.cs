using System.Text.Json;
using Shouldly;

namespace Gazetier.Tests.Features.Shared;

/// <summary>What schema.org and the search engines want of each kind of thing that our pages tell of (November 2026).</summary>
internal static class SchemaOrg
{
    private static readonly string[] OfArticles = ["headline", "url", "mainEntityOfPage", "datePublished", "dateModified", "author", "publisher", "image", "isAccessibleForFree"];
    private static readonly string[] OfEvents = ["name", "url", "startDate", "endDate", "location", "eventStatus", "eventAttendanceMode", "organizer", "offers"];

    /// <summary>Properties without which a thing is refused, or says nothing.</summary>
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["NewsArticle"] = OfArticles,
        ["OpinionNewsArticle"] = OfArticles,
        ["BusinessEvent"] = OfEvents,
        ["EducationEvent"] = OfEvents,
        ["JobPosting"] = ["title", "description", "datePosted", "validThrough", "hiringOrganization", "jobLocation"],
        ["Quiz"] = ["name", "url", "isAccessibleForFree"],
        ["Question"] = ["text", "acceptedAnswer", "eduQuestionType"],
        ["Answer"] = ["text"],
        ["PublicationIssue"] = ["issueNumber", "datePublished", "url", "isPartOf"],
        ["Legislation"] = ["name", "url", "legislationIdentifier", "legislationDate", "legislationLegalForce"],
        ["ProfilePage"] = ["mainEntity", "url"],
        ["Person"] = ["name"],
        ["Organization"] = ["name"],
        ["NewsMediaOrganization"] = ["name", "url"],
        ["WebSite"] = ["name", "url"],
        ["SearchAction"] = ["target", "query-input"],
        ["EntryPoint"] = ["urlTemplate"],
        ["CollectionPage"] = ["name", "url", "isPartOf"],
        ["Periodical"] = ["name", "url"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["ListItem"] = ["position", "name"],
        ["Comment"] = ["text", "author", "datePublished", "url"],
        ["CorrectionComment"] = ["text", "datePublished", "url"],
        ["ImageObject"] = ["url", "width", "height"],
        ["WebPageElement"] = ["isAccessibleForFree", "cssSelector"],
        ["Place"] = ["address"],
        ["VirtualLocation"] = ["url"],
        ["PostalAddress"] = ["addressCountry"],
        ["Offer"] = ["price", "priceCurrency", "availability", "url"],
        ["PropertyValue"] = ["value"],
    };

    private static readonly string[] Addresses = ["url", "item", "mainEntityOfPage", "discussionUrl", "urlTemplate", "publishingPrinciples", "correctionsPolicy", "actionableFeedbackPolicy", "masthead", "usageInfo", "logo"];

    /// <summary>All that a page tells, checked.</summary>
    /// <returns>The things themselves, in their order.</returns>
    public static IReadOnlyList<JsonElement> Told(this Answer page)
    {
        var told = new List<JsonElement>();
        foreach (var script in page.Document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var root = JsonDocument.Parse(script.TextContent).RootElement;
            told.AddRange(root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : [root]);
        }

        foreach (var thing in told)
        {
            thing.GetProperty("@context").GetString().ShouldBe("https://schema.org");
            Check(thing, "");
        }

        return told;
    }

    public static string Type(this JsonElement thing) => thing.GetProperty("@type").GetString()!;

    private static void Check(JsonElement value, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var type = value.Type();
                Required.ShouldContainKey(type, "a new kind of thing: say here what it needs");
                Required[type].Where(property => !value.TryGetProperty(property, out _)).ShouldBeEmpty($"{type}: {value}");
                foreach (var property in value.EnumerateObject())
                {
                    Check(property.Value, property.Name);
                }

                break;
            case JsonValueKind.Array:
                value.GetArrayLength().ShouldBeGreaterThan(0, name);
                foreach (var part in value.EnumerateArray())
                {
                    Check(part, name);
                }

                break;
            case JsonValueKind.String:
                CheckText(value.GetString()!, name);
                break;
            case JsonValueKind.Null:
                throw new ShouldAssertException($"{name} is told and not known");
            default:
                break;
        }
    }

    private static void CheckText(string text, string name)
    {
        text.ShouldNotBeEmpty(name);
        if (Addresses.Contains(name))
        {
            text.ShouldStartWith("http://localhost/", Case.Sensitive, name);
        }

        if (name is "datePublished" or "dateModified" or "startDate" or "endDate" or "datePosted" or "validThrough")
        {
            DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _).ShouldBeTrue($"{name}: {text}");
        }

        if (name == "headline")
        {
            text.Length.ShouldBeLessThanOrEqualTo(110);
        }
    }
}

using System.Text.Json.Nodes;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Newspaper;

/// <summary>The newspaper as machines read it: who it is, where it says what it holds itself to, and how it is searched.</summary>
public static class NewspaperMetadata
{
    /// <summary>schema.org NewsMediaOrganization and WebSite, for the front page.</summary>
    public static IReadOnlyList<JsonObject> Of(Imprint imprint, PublicAddress address) => [Organisation(imprint, address), Site(imprint, address)];

    /// <summary>schema.org CollectionPage: a list of the newspaper's.</summary>
    /// <param name="url">Absolute.</param>
    public static JsonObject Collection(string name, string description, string url, Imprint imprint, PublicAddress address)
    {
        var page = StructuredData.Named("CollectionPage", name, url);
        page["description"] = description;
        page["inLanguage"] = "fr";
        page["isPartOf"] = StructuredData.Named("WebSite", imprint.Name, address.Of("/"));
        return page;
    }

    private static JsonObject Organisation(Imprint imprint, PublicAddress address)
    {
        var organisation = StructuredData.Named("NewsMediaOrganization", imprint.Name, address.Of("/"));
        organisation["slogan"] = imprint.Tagline;
        organisation["logo"] = imprint.LogoKey is { } logo
            ? new JsonObject { ["@type"] = "ImageObject", ["url"] = address.Of($"/emblemes/{logo}.png"), ["width"] = imprint.LogoWidth, ["height"] = imprint.LogoHeight }
            : null;
        organisation["email"] = imprint.ContactEmail;
        organisation["telephone"] = imprint.ContactPhone;
        organisation["address"] = imprint.PostalAddress.ReplaceLineEndings(", ");
        organisation["publishingPrinciples"] = address.Of("/mentions-legales");
        organisation["masthead"] = address.Of("/mentions-legales");
        organisation["correctionsPolicy"] = address.Of("/corrections/");
        organisation["actionableFeedbackPolicy"] = address.Of("/droit-de-reponse");
        return organisation;
    }

    private static JsonObject Site(Imprint imprint, PublicAddress address)
    {
        var site = StructuredData.Named("WebSite", imprint.Name, address.Of("/"));
        site["inLanguage"] = "fr";
        site["issn"] = imprint.Issn;
        site["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = address.Of("/recherche?q={search_term_string}") },
            ["query-input"] = "required name=search_term_string",
        };
        return site;
    }
}

using System.Text.Json.Nodes;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Authors;

/// <summary>An author as machines read it: schema.org ProfilePage about a Person; who is no guest works for the newspaper.</summary>
public static class AuthorMetadata
{
    /// <param name="author">With the portrait, where it may be shown.</param>
    public static JsonObject Profile(Author author, Imprint imprint, PublicAddress address)
    {
        var url = address.Of($"/auteurs/{author.Slug}/");
        var person = StructuredData.Named("Person", author.Name, url);
        person["jobTitle"] = author.Function;
        person["description"] = author.Biography;
        person["image"] = author.Portrait is { } p ? LargePicture.Of(p.Key, p.Width, p.Height, p.Credit, p.AlternativeText, address).Url : null;
        person["worksFor"] = author.IsGuest ? null : StructuredData.Named("NewsMediaOrganization", imprint.Name, address.Of("/"));
        return new JsonObject { ["@type"] = "ProfilePage", ["url"] = url, ["inLanguage"] = "fr", ["mainEntity"] = person };
    }
}

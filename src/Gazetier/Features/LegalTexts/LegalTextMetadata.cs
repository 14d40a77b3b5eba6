using System.Globalization;
using System.Text.Json.Nodes;
using Gazetier.Text;

namespace Gazetier.Features.LegalTexts;

/// <summary>A legal text as machines read it: schema.org Legislation.</summary>
public static class LegalTextMetadata
{
    /// <summary>Null for a ruling or an answer, which are no legislation.</summary>
    /// <param name="url">Absolute address of its page.</param>
    public static string? Legislation(LegalText text, string url, DateOnly today) => text.Kind != LegalTextKind.OfficialText ? null : StructuredData.Write(new JsonObject
    {
        ["@type"] = "Legislation",
        ["name"] = text.Title,
        ["alternateName"] = text.Reference,
        ["url"] = url,
        ["inLanguage"] = "fr",
        ["jurisdiction"] = "FR",
        ["legislationIdentifier"] = text.Nor.Length > 0 ? text.Nor : text.Reference,
        ["legislationDate"] = Day(text.SignedOn),
        ["legislationLegalForce"] = ForceOn(text, today),
        ["legislationType"] = text.Nature,
        ["legislationPassedBy"] = text.Issuer,
        ["datePublished"] = text.PublishedOn is { } published ? Day(published) : null,
        ["legislationDateVersion"] = text.StateOn(today) is { } state ? Day(state.On) : null,
        ["isBasedOn"] = text.Source,
    });

    private static string ForceOn(LegalText text, DateOnly today) => "https://schema.org/" + (text.StandingOn(today) switch
    {
        TextStanding.Repealed or TextStanding.Annulled => "NotInForce",
        _ => text.IsToComeOn(today) ? "NotInForce" : "InForce",
    });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

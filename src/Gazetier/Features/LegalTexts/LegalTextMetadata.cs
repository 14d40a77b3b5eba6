using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gazetier.Text;

namespace Gazetier.Features.LegalTexts;

/// <summary>A legal text as machines read it: schema.org Legislation. Stands inside a script element: nothing in it can close that.</summary>
public static class LegalTextMetadata
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Null for a ruling or an answer, which are no legislation.</summary>
    /// <param name="url">Absolute address of its page.</param>
    public static string? Legislation(LegalText text, string url, DateOnly today)
    {
        if (text.Kind != LegalTextKind.OfficialText)
        {
            return null;
        }

        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Legislation",
            ["name"] = Printable.Only(text.Title),
            ["alternateName"] = Printable.Only(text.Reference),
            ["url"] = url,
            ["inLanguage"] = "fr",
            ["jurisdiction"] = "FR",
            ["legislationIdentifier"] = text.Nor.Length > 0 ? text.Nor : Printable.Only(text.Reference),
            ["legislationDate"] = Day(text.SignedOn),
            ["legislationLegalForce"] = ForceOn(text, today),
        };
        Add("legislationType", text.Nature);
        Add("legislationPassedBy", text.Issuer);
        Add("datePublished", text.PublishedOn is { } published ? Day(published) : "");
        Add("legislationDateVersion", text.StateOn(today) is { } state ? Day(state.On) : "");
        Add("isBasedOn", text.Source);
        return json.ToJsonString(Json);

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                json[name] = Printable.Only(value);
            }
        }
    }

    private static string ForceOn(LegalText text, DateOnly today) => "https://schema.org/" + (text.StandingOn(today) switch
    {
        TextStanding.Repealed or TextStanding.Annulled => "NotInForce",
        _ => text.IsToComeOn(today) ? "NotInForce" : "InForce",
    });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

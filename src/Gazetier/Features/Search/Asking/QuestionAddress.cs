using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Gazetier.Features.Search.Asking;

/// <summary>A question as an address: what can be linked, kept and read again. Pure.</summary>
public static class QuestionAddress
{
    public const string Page = "/recherche";

    /// <summary>The question behind a link: "?q=eau&amp;theme=budget"; empty where nothing is asked.</summary>
    public static string Of(string written, Narrowing narrowing, bool byDate = false)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("q", written),
            ("genre", narrowing.Kind is { } kind ? KindSlugs.Of(kind) : null),
            ("forme", narrowing.Format),
            ("rubrique", narrowing.Section),
            ("theme", narrowing.Theme),
            ("dossier", narrowing.Dossier),
            ("auteur", narrowing.Author),
            ("lieu", narrowing.Place),
            ("acces", narrowing.Access switch { Openness.ForAll => "libre", Openness.ForMe => "lisible", _ => null }),
            ("du", Write(narrowing.From)),
            ("au", Write(narrowing.To)),
            ("tri", byDate ? "date" : null),
        };
        var query = string.Join('&', parts.Where(part => part.Value is { Length: > 0 }).Select(part => part.Name + "=" + Uri.EscapeDataString(part.Value!)));
        return query.Length == 0 ? "" : "?" + query;
    }

    /// <summary>What somebody narrowed to, from the names and values of an address; what makes no sense narrows nothing.</summary>
    public static Narrowing ReadNarrowing(Func<string, string?> value) => new()
    {
        Kind = KindSlugs.KindOf(value("genre")),
        Format = Short(value("forme")),
        Section = Short(value("rubrique")),
        Theme = Short(value("theme")),
        Dossier = Short(value("dossier")),
        Author = Short(value("auteur")),
        Place = Short(value("lieu")),
        Access = value("acces") switch { "libre" => Openness.ForAll, "lisible" => Openness.ForMe, _ => null },
        From = ReadQuestion.ReadDay(value("du") ?? "")?.First,
        To = ReadQuestion.ReadDay(value("au") ?? "")?.Last,
    };

    /// <summary>A question that <see cref="Of"/> wrote.</summary>
    public static Question Read(string query, Synonyms synonyms)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Value(string name) => values.TryGetValue(name, out var found) ? found.ToString() : null;
        return ReadQuestion.Of(Value("q"), synonyms, ReadNarrowing(Value));
    }

    private static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Short(string? value) => value is { Length: > 0 and <= 200 } ? value : null;
}

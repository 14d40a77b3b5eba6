using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Gazetier.Features.Search.Asking;

/// <summary>A question as an address: what can be linked, kept and read again. Pure.</summary>
public static class QuestionAddress
{
    public const string Page = "/recherche";

    private static readonly (HeadingKind Kind, string Name)[] Headings =
    [
        (HeadingKind.Section, "rubrique"), (HeadingKind.Theme, "theme"), (HeadingKind.Dossier, "dossier"), (HeadingKind.Author, "auteur"), (HeadingKind.Place, "lieu"),
    ];

    /// <summary>The question behind a link: "?q=eau&amp;theme=budget"; empty where nothing is asked.</summary>
    public static string Of(string written, Narrowing narrowing, bool byDate = false)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", written),
            ("genre", narrowing.Kind is { } kind ? KindSlugs.Of(kind) : null),
            ("forme", narrowing.Format),
            .. Headings.SelectMany(heading => narrowing.Headings.Where(one => one.Kind == heading.Kind).Select(one => (heading.Name, (string?)one.Written))),
            ("acces", narrowing.Access switch { Openness.ForAll => "libre", Openness.ForMe => "lisible", _ => null }),
            ("du", Write(narrowing.From)),
            ("au", Write(narrowing.To)),
            ("tri", byDate ? "date" : null),
        ];
        var query = string.Join('&', parts.Where(part => part.Value is { Length: > 0 }).Select(part => part.Name + "=" + Uri.EscapeDataString(part.Value!)));
        return query.Length == 0 ? "" : "?" + query;
    }

    /// <summary>What somebody narrowed to, from the names and values of an address; what makes no sense narrows nothing.</summary>
    public static Narrowing ReadNarrowing(Func<string, StringValues> value) => new Narrowing
    {
        Kind = KindSlugs.KindOf(value("genre")),
        Format = Short(value("forme")),
        Access = value("acces").ToString() switch { "libre" => Openness.ForAll, "lisible" => Openness.ForMe, _ => null },
        From = ReadQuestion.ReadDay(value("du").ToString())?.First,
        To = ReadQuestion.ReadDay(value("au").ToString())?.Last,
    }.And(Headings.SelectMany(heading => value(heading.Name).Select(written => (heading.Kind, Written: Short(written) ?? "")))
        .Aggregate(Narrowing.None, (all, one) => all.With(one.Kind, one.Written)));

    /// <summary>A question that <see cref="Of"/> wrote.</summary>
    public static Question Read(string query, Synonyms synonyms)
    {
        var values = QueryHelpers.ParseQuery(query);
        StringValues Value(string name) => values.GetValueOrDefault(name);
        return ReadQuestion.Of(Value("q"), synonyms, ReadNarrowing(Value));
    }

    private static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Short(string? value) => value is { Length: > 0 and <= 200 } ? value : null;
}

using System.Text.Encodings.Web;
using Gazetier.Features.Access;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.LegalTexts;

/// <summary>Reads legal texts from a table whose first line names the columns. What a line says of itself is judged here; what the newspaper has is not. Pure.</summary>
public static class LegalTextCsv
{
    /// <summary>Lines of one table.</summary>
    public const int Most = 5_000;

    /// <param name="sanitise">Cleans the HTML of a summary.</param>
    /// <returns>Empty where there is no line, or no head; at most one more than <see cref="Most"/>.</returns>
    public static IReadOnlyList<TextLine> Read(string table, Func<string, string> sanitise)
    {
        using var lines = CsvTable.Read(table).GetEnumerator();
        if (!lines.MoveNext())
        {
            return [];
        }

        var columns = lines.Current.Cells.Select(cell => Fold.Of(cell).Trim()).ToList();
        var read = new List<TextLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (columns.Contains("titre") && read.Count <= Most && lines.MoveNext())
        {
            var line = lines.Current;
            string Cell(string name) => Printable.Line(line[columns.IndexOf(name)]);
            var (text, fault) = ReadLine(Cell, line[columns.IndexOf("resume")], sanitise);
            fault = fault == TextFault.None && !seen.Add(KeyOf(text!)) ? TextFault.Twice : fault;
            read.Add(new TextLine(line.Number, Shortened.To(120, Cell("titre")), text, fault));
        }

        return read;
    }

    /// <summary>What makes a text the same: its ECLI, its NOR, or else its kind and reference.</summary>
    public static string KeyOf(LegalText text) =>
        text.Ecli.Length > 0 ? text.Ecli : text.Nor.Length > 0 ? text.Nor : $"{text.Kind} {Fold.Of(text.Reference)}";

    private static (LegalText? Text, TextFault Fault) ReadLine(Func<string, string> cell, string summary, Func<string, string> sanitise)
    {
        if (KindOf(cell("genre")) is not { } kind)
        {
            return (null, TextFault.NoKind);
        }

        if (Columns.Any(name => cell(name).Length > LegalText.MaxLine) || summary.Length > LegalText.MaxSummary)
        {
            return (null, TextFault.TooLong);
        }

        var text = Made(kind, cell, sanitise(Html(Printable.Only(summary))));
        var fault = FaultOf(text, cell);
        text.Name();
        return (fault == TextFault.None ? text : null, fault);
    }

    private static readonly string[] Columns = ["titre", "nature", "numero", "emetteur", "jo", "publication", "auteur", "chambre", "ecli", "nor"];

    private static LegalText Made(LegalTextKind kind, Func<string, string> cell, string summary) => new()
    {
        Slug = "",
        Kind = kind,
        Title = cell("titre"),
        Nature = cell("nature"),
        Number = cell("numero"),
        Issuer = cell("emetteur"),
        Ecli = Ecli.Read(cell("ecli"))?.ToString() ?? "",
        Nor = Nor.Read(cell("nor")) ?? "",
        SignedOn = LocalMoment.ReadDay(cell("date")) ?? default,
        PublishedOn = LocalMoment.ReadDay(cell("publie")),
        InForceOn = LocalMoment.ReadDay(cell("vigueur")),
        JournalReference = cell("jo"),
        PublicationLevel = cell("publication"),
        QuestionAuthor = cell("auteur"),
        Chamber = cell("chambre"),
        Source = SourceOf(cell("source")) ?? "",
        Summary = summary,
        Access = AccessOf(cell("acces")) ?? Requirement.None,
    };

    private static TextFault FaultOf(LegalText text, Func<string, string> cell) =>
        text.Title.Length == 0 ? TextFault.NoTitle
        : text.SignedOn == default || IsUnread(cell("publie"), text.PublishedOn) || IsUnread(cell("vigueur"), text.InForceOn) ? TextFault.NoDate
        : cell("ecli").Length > 0 && text.Ecli.Length == 0 ? TextFault.BadEcli
        : cell("nor").Length > 0 && text.Nor.Length == 0 ? TextFault.BadNor
        : cell("source").Length > 0 && text.Source.Length == 0 ? TextFault.BadSource
        : AccessOf(cell("acces")) is null ? TextFault.BadAccess
        : TextFault.None;

    /// <summary>HTML that is still to be sanitised: what holds no tag is read as paragraphs.</summary>
    public static string Html(string written) => written.Contains('<', StringComparison.Ordinal)
        ? written
        : string.Concat(written.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => $"<p>{HtmlEncoder.Default.Encode(paragraph)}</p>"));

    /// <summary>Null: it is no address of the web.</summary>
    public static string? SourceOf(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsoluteUri.Length <= LegalText.MaxSource ? uri.AbsoluteUri : null;

    private static bool IsUnread(string written, DateOnly? read) => written.Length > 0 && read is null;

    private static LegalTextKind? KindOf(string written) => Fold.Of(written) switch
    {
        "texte" or "texte officiel" => LegalTextKind.OfficialText,
        "jurisprudence" or "decision" => LegalTextKind.CourtRuling,
        "reponse" or "reponse ministerielle" => LegalTextKind.MinisterialAnswer,
        _ => null,
    };

    private static Requirement? AccessOf(string written) => Fold.Of(written) switch
    {
        "" or "libre" => Requirement.None,
        "inscrits" => Requirement.Registration,
        "abonnes" => Requirement.Subscription,
        _ => null,
    };
}

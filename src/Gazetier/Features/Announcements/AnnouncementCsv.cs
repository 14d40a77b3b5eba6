using Gazetier.Features.Places;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Features.Announcements;

/// <summary>Reads announcements from a table whose first line names the columns. What a line says of itself is judged here; what the newspaper has is not. Pure.</summary>
public static class AnnouncementCsv
{
    /// <summary>Lines of one table.</summary>
    public const int Most = 2_000;

    public static readonly IReadOnlyList<string> Columns =
        ["genre", "objet", "organisme", "lieu", "territoire", "reference", "limite", "nature", "filiere", "grade", "contrat", "lien", "texte"];

    /// <summary>A table to begin with.</summary>
    public static string Example(DateOnly today) => Csv.Mark + Csv.Row(Columns)
        + Csv.Row("marche", "Réfection de la toiture de l’école", "Commune de Valmorel", "Valmorel", "Savoie", "2026-TRX-014", $"{today.AddDays(30):yyyy-MM-dd} 12:00", "travaux", "", "", "", "https://marches.example/2026-TRX-014", "Lot unique. **Visite obligatoire.**")
        + Csv.Row("emploi", "Responsable du service de l’eau", "Syndicat des eaux du Haut-Pays", "Lormière", "73", "RH-2026-07", $"{today.AddDays(21):yyyy-MM-dd}", "", "Technique", "Ingénieur territorial", "Temps complet, titulaire ou contractuel", "https://emploi.example/rh-2026-07", "Vous dirigez une équipe de douze personnes.");

    /// <param name="now">UTC.</param>
    /// <returns>Empty where there is no line, or no head; at most one more than <see cref="Most"/>.</returns>
    public static IReadOnlyList<AnnouncementLine> Read(string table, DateTime now, TimeZoneInfo zone)
    {
        using var lines = CsvTable.Read(table).GetEnumerator();
        if (!lines.MoveNext())
        {
            return [];
        }

        var columns = lines.Current.Cells.Select(cell => Fold.Of(cell).Trim()).ToList();
        var read = new List<AnnouncementLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (columns.Contains("objet") && columns.Contains("reference") && read.Count <= Most && lines.MoveNext())
        {
            var line = lines.Current;
            string Whole(string name) => Printable.Only(line[columns.IndexOf(name)]).Trim();
            var (announcement, fault) = ReadLine(name => Printable.Line(Whole(name)), Whole("texte"), now, zone);
            fault = fault == AnnouncementFault.None && !seen.Add(announcement!.ExternalReference!) ? AnnouncementFault.Twice : fault;
            read.Add(new AnnouncementLine(line.Number, Shortened.To(120, Printable.Line(Whole("objet"))), announcement, fault));
        }

        return read;
    }

    private static (Announcement? Announcement, AnnouncementFault Fault) ReadLine(Func<string, string> cell, string text, DateTime now, TimeZoneInfo zone)
    {
        if (KindOf(cell("genre")) is not { } kind)
        {
            return (null, AnnouncementFault.NoKind);
        }

        if (IsTooLong(cell) || text.Length > Announcement.MaxText)
        {
            return (null, AnnouncementFault.TooLong);
        }

        var (deadline, places, nature) = (DeadlineOf(cell("limite"), zone), cell("territoire").Length == 0 ? [] : Gazetteer.Find(cell("territoire")), NatureOf(cell("nature")));
        var fault = cell("objet").Length == 0 ? AnnouncementFault.NoTitle
            : cell("reference").Length == 0 ? AnnouncementFault.NoReference
            : deadline is null ? AnnouncementFault.NoDeadline
            : deadline <= now ? AnnouncementFault.Past
            : cell("territoire").Length > 0 && places.Count != 1 ? AnnouncementFault.UnknownPlace
            : kind == AnnouncementKind.Tender && cell("nature").Length > 0 && nature is null ? AnnouncementFault.BadNature
            : cell("lien").Length > 0 && LinkOf(cell("lien")) is null ? AnnouncementFault.BadLink
            : AnnouncementFault.None;
        if (fault != AnnouncementFault.None)
        {
            return (null, fault);
        }

        var made = Made(kind, cell, text, deadline!.Value);
        (made.PlaceId, made.Nature) = (places.Count == 1 ? places[0].Id : null, nature);
        made.Index();
        return (AnnouncementLine.Sealed(made, hasDeadline: true), AnnouncementFault.None);
    }

    private static Announcement Made(AnnouncementKind kind, Func<string, string> cell, string text, DateTime deadline) => new()
    {
        Kind = kind,
        Title = cell("objet"),
        Organisation = cell("organisme"),
        Locality = cell("lieu"),
        Reference = cell("reference"),
        DeadlineAt = deadline,
        Branch = cell("filiere"),
        Grade = cell("grade"),
        Contract = cell("contrat"),
        Link = LinkOf(cell("lien")) ?? "",
        Text = text,
        Origin = Announcement.ByTable,
        ExternalReference = cell("reference"),
    };

    private static bool IsTooLong(Func<string, string> cell) =>
        cell("objet").Length > Announcement.MaxTitle
        || new[] { "organisme", "lieu", "territoire", "reference", "filiere", "grade", "contrat" }.Any(name => cell(name).Length > Announcement.MaxLine);

    /// <summary>A moment, or the end of a day; UTC; null: it is none.</summary>
    public static DateTime? DeadlineOf(string written, TimeZoneInfo zone) =>
        LocalMoment.ReadDay(written) is { } day ? LocalMoment.ToUtc(day.ToDateTime(new TimeOnly(23, 59)), zone)
        : LocalMoment.TryRead(written, zone, out var at) ? at : null;

    /// <summary>Null: it is no address of the web.</summary>
    public static string? LinkOf(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.AbsoluteUri.Length <= Announcement.MaxLink ? uri.AbsoluteUri : null;

    private static AnnouncementKind? KindOf(string written) => Fold.Of(written) switch
    {
        "marche" or "marche public" or "marches publics" => AnnouncementKind.Tender,
        "emploi" or "offre d'emploi" => AnnouncementKind.Job,
        _ => null,
    };

    public static TenderNature? NatureOf(string written) => Fold.Of(written) switch
    {
        "travaux" => TenderNature.Works,
        "fournitures" or "fourniture" => TenderNature.Supplies,
        "services" or "service" or "prestations de services" => TenderNature.Services,
        _ => null,
    };
}

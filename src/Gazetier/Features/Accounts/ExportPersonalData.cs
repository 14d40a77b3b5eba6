using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gazetier.Text;

namespace Gazetier.Features.Accounts;

/// <summary>
/// Everything the newspaper keeps about one reader, as a ZIP: one JSON of all, for programs, and one CSV of each table, as a
/// French spreadsheet opens it (L-41).
/// </summary>
public class ExportPersonalData(IEnumerable<IHoldPersonalData> holders)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string ReadMe =
        """
        Tout ce que le journal garde sur vous.

        donnees.json        tout, pour un programme
        un fichier .csv     une table chacun, pour un tableur (UTF-8, points-virgules)

        Les heures sont en temps universel (UTC). Un fichier sans ligne : rien n’est gardé de ce genre.
        Vos mots de passe n’y sont pas : nous n’en gardons qu’une empreinte, qui ne sert à personne.
        """;

    public async Task<byte[]> RunAsync(Person person, CancellationToken cancel)
    {
        var tables = new List<PersonalTable>();
        foreach (var holder in holders)
        {
            tables.AddRange(await holder.ExportAsync(person, cancel));
        }

        using var file = new MemoryStream();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, "lisez-moi.txt", Csv.Mark + ReadMe.ReplaceLineEndings("\r\n") + "\r\n", cancel);
            await AddAsync(zip, "donnees.json", Json(tables), cancel);
            foreach (var table in tables)
            {
                await AddAsync(zip, table.Name + ".csv", Sheet(table), cancel);
            }
        }

        return file.ToArray();
    }

    private static string Json(IEnumerable<PersonalTable> tables) => JsonSerializer.Serialize(
        tables.ToDictionary(
            table => table.Name,
            table => table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal)),
            StringComparer.Ordinal),
        Readable);

    private static string Sheet(PersonalTable table) =>
        Csv.Mark + Csv.Row(table.Columns) + string.Concat(table.Rows.Select(row => Csv.Row(row)));

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancel);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
    }
}

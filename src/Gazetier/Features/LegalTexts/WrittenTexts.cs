using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>Legal texts as the newsroom writes them into a form, one a line: by number, ECLI, NOR, address, or words of the reference.</summary>
public static class WrittenTexts
{
    /// <summary>Lines in one form; what follows is not looked at.</summary>
    public const int Most = 30;

    private const int Candidates = 4;

    /// <summary>Each line with the texts that it may mean; more than one: it is not clear.</summary>
    public static async Task<IReadOnlyList<WrittenText>> FindAsync(GazetierDb db, string? written, CancellationToken cancel)
    {
        var found = new List<WrittenText>();
        foreach (var line in LinesOf(written))
        {
            found.Add(new WrittenText(line, await MeantAsync(db, line, cancel)));
        }

        return found;
    }

    /// <summary>What is wrong with a line that means no text, or several; null: it is clear.</summary>
    public static string? Fault(WrittenText written, Phrases t) => written.Meant.Count switch
    {
        1 => null,
        0 => t["Aucun texte ne répond à « {0} » : écrivez son numéro, son ECLI, son NOR ou son adresse.", written.Line],
        _ => t["Plusieurs textes répondent à « {0} » : précisez {1}.", written.Line, string.Join(" ; ", written.Meant.Take(Candidates).Select(text => text.Name))],
    };

    private static IEnumerable<string> LinesOf(string? written) => (written ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(Printable.Line).Where(line => line.Length > 0).Take(Most).Select(line => Shortened.To(200, line));

    private static async Task<IReadOnlyList<TextNamed>> MeantAsync(GazetierDb db, string line, CancellationToken cancel)
    {
        var (ecli, nor, slug) = (Ecli.Read(line)?.ToString() ?? "-", Nor.Read(line) ?? "-", SlugIn(line));
        var exact = await db.LegalTexts.AsNoTracking().Where(t => t.Ecli == ecli || t.Nor == nor || t.Slug == slug || t.Reference == line || t.Number == line)
            .NewestFirst().Take(Candidates + 1).Select(t => new TextNamed(t.Id, t.Reference)).ToListAsync(cancel);
        return exact.Count > 0 ? exact
            : await db.LegalTexts.AsNoTracking().Matching(line).NewestFirst().Take(Candidates + 1).Select(t => new TextNamed(t.Id, t.Reference)).ToListAsync(cancel);
    }

    /// <summary>"decret-2026-112" in "https://…/textes/decret-2026-112/".</summary>
    private static string SlugIn(string line) =>
        line.IndexOf(LegalTextAddress.All, StringComparison.Ordinal) is >= 0 and var at ? line[(at + LegalTextAddress.All.Length)..].Trim('/') : line;
}

/// <summary>A line, and what it may mean.</summary>
public sealed record WrittenText(string Line, IReadOnlyList<TextNamed> Meant);

/// <summary>A text and what it is called.</summary>
public sealed record TextNamed(Guid Id, string Name);

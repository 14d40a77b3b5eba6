using System.Globalization;
using System.Text.RegularExpressions;
using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Imports;

/// <summary>
/// The order of dossiers that an import adds to (G-02): new parts come last, as the file has them; a dossier whose every
/// title carries its number ("Fiche n° 3", "épisode 2", "(1/5)") is put in the order of these numbers.
/// </summary>
internal sealed partial class DossierOrder
{
    private readonly Dictionary<Guid, int> _last;
    private readonly HashSet<Guid> _grown = [];

    private DossierOrder(Dictionary<Guid, int> last) => _last = last;

    public static async Task<DossierOrder> ReadAsync(GazetierDb db, IEnumerable<Guid?> dossiers, CancellationToken cancel)
    {
        var ids = dossiers.OfType<Guid>().Distinct().ToList();
        return new DossierOrder(await db.DossierParts.Where(p => EF.Parameter(ids).Contains(p.DossierId)).GroupBy(p => p.DossierId)
            .Select(g => new { g.Key, Last = g.Max(p => p.Position) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel));
    }

    /// <summary>The place of a new part.</summary>
    public int Next(Guid dossier)
    {
        _grown.Add(dossier);
        return _last[dossier] = _last.GetValueOrDefault(dossier) + 1;
    }

    /// <summary>Puts the dossiers that have grown in the order of their numbers, where they have them.</summary>
    public async Task SortAsync(GazetierDb db, CancellationToken cancel)
    {
        var grown = _grown.ToList();
        var parts = await db.DossierParts.Where(p => EF.Parameter(grown).Contains(p.DossierId)).ToListAsync(cancel);
        var articles = parts.ConvertAll(p => p.ArticleId);
        var headlines = await db.Articles.Where(a => EF.Parameter(articles).Contains(a.Id)).Select(a => new { a.Id, a.Headline }).ToDictionaryAsync(a => a.Id, a => a.Headline, cancel);
        foreach (var dossier in parts.GroupBy(p => p.DossierId))
        {
            var numbered = dossier.Select(p => (Part: p, Number: NumberIn(headlines[p.ArticleId]))).ToList();
            if (numbered.TrueForAll(p => p.Number is not null))
            {
                foreach (var (index, part) in numbered.OrderBy(p => p.Number).ThenBy(p => p.Part.Position).Index())
                {
                    part.Part.Position = index + 1;
                }
            }
        }
    }

    /// <summary>"Fiche n° 12 : …" is 12; null for a title that says no number of its own.</summary>
    public static int? NumberIn(string headline)
    {
        var found = Number().Match(headline);
        return found.Success && int.TryParse(found.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(
        @"(?:\bn[°ºo]|\bépisode|\bfiche|\bpartie|\bvolet|\bchapitre)\s*(?<n>\d{1,4})\b|\((?<n>\d{1,3})\s*/\s*\d{1,3}\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Number();
}

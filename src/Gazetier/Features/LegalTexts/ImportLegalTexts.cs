using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>Imports the lines of a table that were found good; a second run of the same table adds nothing.</summary>
public class ImportLegalTexts(GazetierDb db, TimeProvider clock)
{
    /// <summary>The lines, those marked that the newspaper has already.</summary>
    public async Task<IReadOnlyList<TextLine>> CheckAsync(IReadOnlyList<TextLine> lines, CancellationToken cancel)
    {
        var known = (await db.LegalTexts.AsNoTracking().Select(t => new { t.Ecli, t.Nor, t.Kind, t.Reference }).ToListAsync(cancel))
            .SelectMany(t => new[] { t.Ecli, t.Nor, $"{t.Kind} {Fold.Of(t.Reference)}" }).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
        return [.. lines.Select(line => line.Fault == TextFault.None && known.Contains(LegalTextCsv.KeyOf(line.Text!)) ? line with { Fault = TextFault.Known } : line)];
    }

    /// <returns>How many were added.</returns>
    public Task<int> RunAsync(IReadOnlyList<TextLine> lines, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // Twice the same form at once: the second looks again, behind the first.
            db.Append(now, "text.imported", LegalTextTags.All);
            await db.SaveChangesAsync(token);
            var good = (await CheckAsync(lines, token)).Where(line => line.Fault == TextFault.None).Select(line => line.Text!).ToList();
            var taken = await db.LegalTexts.Select(t => t.Slug).ToHashSetAsync(token);
            foreach (var text in good)
            {
                (text.Slug, text.AppearedAt, text.ChangedAt) = (Free(Slug.From(text.Reference), taken), now, now);
                db.LegalTexts.Add(text);
            }

            db.Record(now, staff, "text.imported", detail: FormattableString.Invariant($"{good.Count}"));
            return good.Count;
        },
        cancel);

    private static string Free(string wanted, HashSet<string> taken)
    {
        var slug = wanted;
        for (var n = 2; LegalTextAddress.IsTaken(slug) || !taken.Add(slug); n++)
        {
            slug = FormattableString.Invariant($"{wanted}-{n}");
        }

        return slug;
    }
}

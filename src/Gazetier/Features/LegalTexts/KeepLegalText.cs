using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>Keeps a legal text that was written or changed, in one transaction with the change log and the newsroom's record.</summary>
public class KeepLegalText(GazetierDb db, TimeProvider clock)
{
    /// <summary>A new text.</summary>
    /// <param name="made">With all its fields but the address, which follows from its name.</param>
    public Task AddAsync(LegalText made, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            made.Name();
            made.Slug = await FreeSlugAsync(made, token);
            db.LegalTexts.Add(made);
            Tell(made, "text.created", staff);
        },
        cancel);

    /// <summary>A text that was changed; its address stays once readers may have linked to it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it at the same moment.</exception>
    public Task ChangeAsync(LegalText text, bool wasOut, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            text.Name();
            text.Slug = wasOut ? text.Slug : await FreeSlugAsync(text, token);
            Tell(text, "text.changed", staff);
        },
        cancel);

    private void Tell(LegalText text, string what, SignedIn staff)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        text.ChangedAt = now;
        db.Append(now, what, LegalTextTags.All, LegalTextTags.Of(text.Id));
        db.Record(now, staff, what, detail: text.Reference);
    }

    private async Task<string> FreeSlugAsync(LegalText text, CancellationToken cancel)
    {
        var wanted = Slug.From(text.Reference);
        var slug = LegalTextAddress.IsTaken(wanted) ? wanted + "-2" : wanted;
        for (var n = 2; await db.LegalTexts.AnyAsync(t => t.Slug == slug && t.Id != text.Id, cancel); n++)
        {
            slug = FormattableString.Invariant($"{wanted}-{n}");
        }

        return slug;
    }
}

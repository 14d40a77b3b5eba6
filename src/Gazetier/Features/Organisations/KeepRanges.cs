using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>Gives address ranges to organisations and takes them, for the desk. Every node learns it by the change log.</summary>
public class KeepRanges(GazetierDb db, TimeProvider clock)
{
    /// <summary>Null: done.</summary>
    /// <param name="isMeant">The desk confirmed that it is as wide as it is.</param>
    /// <returns>Why not, and whose it is where it is another's.</returns>
    public async Task<(RangeRefusal? Refusal, string Owner)> AddAsync(Guid organisationId, string? typed, bool isMeant, SignedIn desk, CancellationToken cancel)
    {
        if (AddressBlock.Read(typed) is not { } block)
        {
            return (RangeRefusal.NoRange, "");
        }

        if (block.IsSpecial)
        {
            return (RangeRefusal.Special, "");
        }

        return block.IsWide && !isMeant ? (RangeRefusal.Wide, "") : await db.InTransactionAsync(inside => GiveAsync(organisationId, block, desk, inside), cancel);
    }

    private async Task<(RangeRefusal?, string)> GiveAsync(Guid organisationId, AddressBlock block, SignedIn desk, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Writers of the change log queue behind one lock: of two overlapping ranges that come at once, the second finds the first.
        db.Append(now, AddressIndex.Changed, AddressIndex.Changed);
        await db.SaveChangesAsync(cancel);
        var (first, last) = (AddressBlock.Key(block.First), AddressBlock.Key(block.Last));
        var overlapping = await db.AddressRanges.AsNoTracking().Overlapping(block).Include(r => r.Organisation).FirstOrDefaultAsync(cancel);
        if (overlapping is not null)
        {
            return (overlapping.OrganisationId == organisationId ? RangeRefusal.Had : RangeRefusal.Overlaps, $"{overlapping.Organisation.Name} ({overlapping.Cidr})");
        }

        db.AddressRanges.Add(new AddressRange { OrganisationId = organisationId, Cidr = block.ToString(), First = first, Last = last, AddedAt = now });
        db.Record(now, desk, OrganisationActs.RangeAdded, null, $"{await db.NameOfAsync(organisationId, cancel)} : {block}");
        return (null, "");
    }

    public Task RemoveAsync(Guid organisationId, Guid rangeId, SignedIn desk, CancellationToken cancel) => db.InTransactionAsync(
        async inside =>
        {
            if (await db.AddressRanges.AsNoTracking().FirstOrDefaultAsync(r => r.Id == rangeId && r.OrganisationId == organisationId, inside) is not { } range)
            {
                return;
            }

            var now = clock.GetUtcNow().UtcDateTime;
            await db.AddressRanges.Where(r => r.Id == rangeId).ExecuteDeleteAsync(inside);
            db.Append(now, AddressIndex.Changed, AddressIndex.Changed);
            db.Record(now, desk, OrganisationActs.RangeRemoved, null, $"{await db.NameOfAsync(organisationId, inside)} : {range.Cidr}");
        },
        cancel);
}

/// <summary>Why a range is not taken.</summary>
public enum RangeRefusal
{
    NoRange,

    /// <summary>Private, local or reserved addresses: nobody on the internet has them.</summary>
    Special,

    /// <summary>Wider than /16 of IPv4 or /32 of IPv6, and not confirmed .</summary>
    Wide,

    /// <summary>A part of it is another organisation's.</summary>
    Overlaps,

    /// <summary>A part of it is this one's already.</summary>
    Had,
}

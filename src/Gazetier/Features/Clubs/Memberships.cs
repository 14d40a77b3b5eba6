using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs;

/// <summary>Who is a member of a club: who holds its product; of a club without one, whoever has an account. Staff is, of all.</summary>
public static class Memberships
{
    public static bool IsMember(this Rights rights, int? product, DateTime now) =>
        rights.IsRegistered && (rights.IsStaff || product is not { } number || rights.HoldsAt(now).Overlaps(ProductSet.Of(number)));

    /// <summary>Entries of the directory whose members still are, at <paramref name="now"/> (UTC).</summary>
    public static async Task<IQueryable<ClubMember>> ListedAsync(this GazetierDb db, Club club, DateTime now, CancellationToken cancel)
    {
        var listed = db.ClubMembers.AsNoTracking().Where(m => m.ClubId == club.SectionId);
        if (club.ProductNumber is not { } number)
        {
            return listed;
        }

        var opening = ProductSet.Of(number);
        var rights = await db.OpeningAsync(set => set.Overlaps(opening), now, cancel);
        return listed.Where(m => m.Account.Role != null
            || rights.Any(s => s.AccountId == m.AccountId) || db.Seats.Any(seat => seat.AccountId == m.AccountId && rights.Any(s => s.Id == seat.SubscriptionId)));
    }
}

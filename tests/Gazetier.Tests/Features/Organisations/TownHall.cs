using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests.Features.Organisations;

/// <summary>Valmorel, a town that subscribes: what the tests of organisations begin with.</summary>
public static class TownHall
{
    public const string Name = "Ville de Valmorel";

    /// <summary>Luhn is right, and no establishment has it.</summary>
    public const string Number = "21350238800019";

    public static Task<Organisation> AddOrganisationAsync(this Site site, string name = Name, string? siret = null) => site.DoAsync(async db =>
    {
        var organisation = new Organisation { Name = name, FoldedName = Fold.Of(name), Siret = siret, CreatedAt = site.Now };
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    /// <summary>A contract that began a month ago and runs for eleven more.</summary>
    public static Task<Subscription> AddContractAsync(this Site site, Organisation organisation, int? seats = 3, Action<Subscription>? change = null) => site.DoAsync(async db =>
    {
        var contract = new Subscription
        {
            OrganisationId = organisation.Id,
            Origin = "Bon de commande 2026-114",
            Products = ProductSet.Paper,
            From = site.Now.AddMonths(-1),
            Until = site.Now.AddMonths(11),
            Seats = seats,
        };
        change?.Invoke(contract);
        db.Add(contract);
        await db.SaveChangesAsync();
        return contract;
    });

    /// <summary>One of the cast looks after it; with a second factor where they sign in as <see cref="Site.SignInAsync"/> does.</summary>
    public static Task AddStewardAsync(this Site site, Organisation organisation, Guid accountId) => site.DoAsync(async db =>
    {
        db.Add(new Steward { OrganisationId = organisation.Id, AccountId = accountId, AddedAt = site.Now });
        await db.SaveChangesAsync();
    });

    public static Task AddDomainAsync(this Site site, Organisation organisation, string domain) => site.DoAsync(async db =>
    {
        db.Add(new OrganisationDomain { OrganisationId = organisation.Id, Domain = domain, AddedAt = site.Now });
        await db.SaveChangesAsync();
    });

    public static Task<SeatOutcome> ClaimAsync(this Site site, Subscription contract, Guid accountId, SeatOrigin origin = SeatOrigin.Link) =>
        site.WithAsync<ClaimSeat, SeatOutcome>(claim => claim.RunAsync(contract.Id, accountId, origin, default));

    public static Task<List<Seat>> SeatsAsync(this Site site, Subscription contract) =>
        site.DoAsync(db => db.Seats.AsNoTracking().Include(s => s.Account).Where(s => s.SubscriptionId == contract.Id).OrderBy(s => s.Number).ToListAsync());

    public static SignedIn Desk(this Site site) => new(Newsroom.Dora, Guid.Empty, "Dora", StaffRole.SubscriptionDesk, Gazetier.Web.Language.French, Proof.Passkey, site.Now, true);

    /// <summary>Many who have an account, for those who come at once.</summary>
    public static Task<List<Guid>> AddReadersAsync(this Site site, int count) => site.DoAsync(async db =>
    {
        var readers = Enumerable.Range(1, count).Select(n => $"agent{n}@valmorel.example").Select(email => new Account
        {
            Email = email,
            UserName = email,
            NormalizedEmail = EmailAddress.Key(email),
            NormalizedUserName = EmailAddress.Key(email),
            EmailConfirmed = true,
            SecurityStamp = "x",
            CreatedAt = site.Now,
        }).ToList();
        db.AddRange(readers);
        await db.SaveChangesAsync();
        return readers.ConvertAll(reader => reader.Id);
    });
}

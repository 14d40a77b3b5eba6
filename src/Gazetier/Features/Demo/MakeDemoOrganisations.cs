using Gazetier.Data;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>Organisations of the demonstration: contracts, domains, stewards, seats, and invitations that wait for an answer.</summary>
public class MakeDemoOrganisations(GazetierDb db)
{
    /// <summary>After the accounts and the offers, in the same transaction.</summary>
    public async Task RunAsync(DemoNewspaper newspaper, DateTime now, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        foreach (var demo in newspaper.Organisations)
        {
            var organisation = new Organisation { Name = demo.Name, FoldedName = Fold.Of(demo.Name), Siret = demo.Siret, Size = demo.Size, CreatedAt = now };
            var contract = new Subscription
            {
                OrganisationId = organisation.Id,
                Origin = demo.Origin,
                Products = ProductSet.Paper,
                From = now.AddMonths(-3),
                Until = now.AddMonths(9),
                Seats = demo.Seats,
                OfferId = await db.Offers.Where(o => o.Slug == demo.Offer).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancel),
            };
            db.AddRange(organisation, contract);
            db.AddRange(demo.Domains.Select(domain => new OrganisationDomain { Domain = domain, OrganisationId = organisation.Id, AddedAt = now }));
            db.AddRange(demo.Invited.Select(email => new Invitation { SubscriptionId = contract.Id, Email = email, InvitedAt = now, ExpiresAt = now + Invitation.Lifetime }));
            await AddPeopleAsync(newspaper, organisation, contract, now, cancel);
        }
    }

    private async Task AddPeopleAsync(DemoNewspaper newspaper, Organisation organisation, Subscription contract, DateTime now, CancellationToken cancel)
    {
        foreach (var demo in newspaper.Accounts.Where(a => a.Steward.Contains(organisation.Name)))
        {
            db.Add(new Steward { OrganisationId = organisation.Id, AccountId = await IdAsync(demo.Email, cancel), AddedAt = now });
        }

        var number = 0;
        foreach (var demo in newspaper.Accounts.Where(a => a.Seat == organisation.Name))
        {
            db.Add(new Seat { SubscriptionId = contract.Id, AccountId = await IdAsync(demo.Email, cancel), Number = ++number, Origin = SeatOrigin.Domain, TakenAt = now });
        }
    }

    private Task<Guid> IdAsync(string email, CancellationToken cancel) => db.Accounts.Where(a => a.Email == email).Select(a => a.Id).SingleAsync(cancel);
}

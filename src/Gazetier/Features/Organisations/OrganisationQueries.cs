using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

public static class OrganisationQueries
{
    public static Task<string> NameOfAsync(this GazetierDb db, Guid organisationId, CancellationToken cancel) =>
        db.Organisations.Where(o => o.Id == organisationId).Select(o => o.Name).SingleAsync(cancel);

    /// <summary>The organisation that a SIRET belongs to: its main one, or one of its establishments.</summary>
    /// <param name="siret">As <see cref="Siret.Read"/> gives it.</param>
    public static Task<Organisation?> OfSiretAsync(this GazetierDb db, string siret, CancellationToken cancel) =>
        db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Siret == siret || db.OrganisationSirets.Any(s => s.Siret == siret && s.OrganisationId == o.Id), cancel);

    /// <summary>Ranges that have an address in common with <paramref name="block"/>.</summary>
    public static IQueryable<AddressRange> Overlapping(this IQueryable<AddressRange> ranges, AddressBlock block)
    {
        var (first, last) = (AddressBlock.Key(block.First), AddressBlock.Key(block.Last));
#pragma warning disable CA1309 // The database compares: figures in base 16 have one order in every collation.
        return ranges.Where(r => string.Compare(r.First, last) <= 0 && string.Compare(r.Last, first) >= 0);
#pragma warning restore CA1309
    }

    /// <summary>What the desk typed finds: a part of the name, a SIRET or SIREN, a domain or somebody's address at it, an address of the network.</summary>
    public static IQueryable<Organisation> Answering(this IQueryable<Organisation> organisations, GazetierDb db, string asked)
    {
        if (AddressBlock.Read(asked) is { } block)
        {
            return organisations.Where(o => db.AddressRanges.Overlapping(block).Any(r => r.OrganisationId == o.Id));
        }

        var figures = new string([.. asked.Where(char.IsAsciiDigit)]);
        if (figures.Length is 9 or Siret.Length && asked.All(sign => char.IsAsciiDigit(sign) || char.IsWhiteSpace(sign)))
        {
            return organisations.Where(o => o.Siret!.StartsWith(figures) || db.OrganisationSirets.Any(s => s.OrganisationId == o.Id && s.Siret.StartsWith(figures)));
        }

        if (EmailAddress.Read(asked) is { } email)
        {
            var (key, at) = (EmailAddress.Key(email), email[(email.LastIndexOf('@') + 1)..]);
            return organisations.Where(o => db.OrganisationDomains.Any(d => d.OrganisationId == o.Id && d.Domain == at)
                || db.Stewards.Any(s => s.OrganisationId == o.Id && s.Account.NormalizedEmail == key)
                || db.Seats.Any(s => s.Subscription.OrganisationId == o.Id && s.Account.NormalizedEmail == key));
        }

        if (DomainName.Read(asked) is { } domain)
        {
            return organisations.Where(o => db.OrganisationDomains.Any(d => d.OrganisationId == o.Id && d.Domain == domain));
        }

        var name = Fold.Of(asked);
        return organisations.Where(o => o.FoldedName.Contains(name));
    }
}

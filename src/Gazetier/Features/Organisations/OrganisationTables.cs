using Gazetier.Features.Accounts;
using Gazetier.Features.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Organisations;

public class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("Organisations");
        organisation.Property(o => o.Name).HasMaxLength(200);
        organisation.Property(o => o.FoldedName).HasMaxLength(200);
        organisation.Property(o => o.Siret).HasMaxLength(Siret.Length);
        organisation.HasIndex(o => o.FoldedName);
        organisation.HasIndex(o => o.Siret).IsUnique();
        organisation.HasMany<Subscription>().WithOne().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

public class OrganisationSiretTable : IEntityTypeConfiguration<OrganisationSiret>
{
    public void Configure(EntityTypeBuilder<OrganisationSiret> siret)
    {
        siret.ToTable("OrganisationSirets");
        siret.HasKey(s => s.Siret);
        siret.Property(s => s.Siret).HasMaxLength(Siret.Length);
        siret.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class OrganisationDomainTable : IEntityTypeConfiguration<OrganisationDomain>
{
    public void Configure(EntityTypeBuilder<OrganisationDomain> domain)
    {
        domain.ToTable("OrganisationDomains");
        domain.HasKey(d => d.Domain);
        domain.Property(d => d.Domain).HasMaxLength(DomainName.Longest);
        domain.HasOne(d => d.Organisation).WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class AddressRangeTable : IEntityTypeConfiguration<AddressRange>
{
    private const int Key = 32;

    public void Configure(EntityTypeBuilder<AddressRange> range)
    {
        range.ToTable("AddressRanges");
        range.Property(r => r.Cidr).HasMaxLength(64);
        range.Property(r => r.First).HasMaxLength(Key);
        range.Property(r => r.Last).HasMaxLength(Key);
        range.HasIndex(r => new { r.First, r.Last });
        range.HasOne(r => r.Organisation).WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class StewardTable : IEntityTypeConfiguration<Steward>
{
    public void Configure(EntityTypeBuilder<Steward> steward)
    {
        steward.ToTable("Stewards");
        steward.HasKey(s => new { s.OrganisationId, s.AccountId });
        steward.HasIndex(s => s.AccountId);
        steward.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        steward.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class SeatTable : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.ToTable("Seats");
        // whoever takes the same place a moment later is refused by the database itself.
        seat.HasIndex(s => new { s.SubscriptionId, s.Number }).IsUnique();
        seat.HasIndex(s => new { s.SubscriptionId, s.AccountId }).IsUnique();
        seat.HasIndex(s => s.AccountId);
        seat.HasOne(s => s.Subscription).WithMany().HasForeignKey(s => s.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
        seat.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.Property(i => i.Email).HasMaxLength(256);
        invitation.Property(i => i.Name).HasMaxLength(DisplayNames.Longest);
        invitation.Property(i => i.TokenHash).HasMaxLength(64);
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        // One for each address and contract.
        invitation.HasIndex(i => new { i.SubscriptionId, i.Email }).IsUnique();
        invitation.HasIndex(i => i.Email);
        invitation.HasOne(i => i.Subscription).WithMany().HasForeignKey(i => i.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class JoinLinkTable : IEntityTypeConfiguration<JoinLink>
{
    public void Configure(EntityTypeBuilder<JoinLink> link)
    {
        link.ToTable("JoinLinks");
        link.HasKey(l => l.SubscriptionId);
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasOne(l => l.Subscription).WithOne().HasForeignKey<JoinLink>(l => l.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class LicenceTable : IEntityTypeConfiguration<Licence>
{
    public void Configure(EntityTypeBuilder<Licence> licence)
    {
        licence.ToTable("Licences");
        licence.HasKey(l => l.SubscriptionId);
        licence.HasOne(l => l.Subscription).WithOne().HasForeignKey<Licence>(l => l.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class WithdrawalTable : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> withdrawal)
    {
        withdrawal.ToTable("Withdrawals");
        withdrawal.HasKey(w => new { w.OrganisationId, w.AccountId });
        withdrawal.HasIndex(w => w.AccountId);
        withdrawal.HasOne<Organisation>().WithMany().HasForeignKey(w => w.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        withdrawal.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

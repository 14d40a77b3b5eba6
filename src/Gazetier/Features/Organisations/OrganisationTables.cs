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

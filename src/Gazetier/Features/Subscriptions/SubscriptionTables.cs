using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Subscriptions;

public class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("Subscriptions");
        subscription.Property(s => s.Reference).HasMaxLength(20);
        subscription.Property(s => s.Version).IsConcurrencyToken();
        subscription.HasIndex(s => s.Reference).IsUnique();
        subscription.HasIndex(s => new { s.AccountId, s.Until });
        subscription.HasIndex(s => new { s.OrganisationId, s.Until });
        subscription.HasIndex(s => s.Until);
        subscription.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
        subscription.HasOne(s => s.Offer).WithMany().HasForeignKey(s => s.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}

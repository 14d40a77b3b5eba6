using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Subscriptions;

public class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("Subscriptions");
        subscription.HasIndex(s => new { s.AccountId, s.Until });
        subscription.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
    }
}

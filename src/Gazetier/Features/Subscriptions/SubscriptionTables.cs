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
        // Rounds ask for what renews, or for trials, that end soon; the desk counts who reads a product now, from the index alone.
        subscription.HasIndex(s => new { s.Renews, s.Until });
        // Of trials alone: beside the one above it would be taken for what is paid, too.
        subscription.HasIndex(s => new { s.Kind, s.Until }).HasFilter("\"Kind\" = 'Trial'");
        subscription.HasIndex(s => s.TrialUntil);
        subscription.HasIndex(s => new { s.Until, s.From, s.SuspendedAt, s.Products, s.AccountId });
        subscription.HasIndex(s => s.ResumesAt);
        subscription.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        subscription.HasOne(s => s.NextOffer).WithMany().HasForeignKey(s => s.NextOfferId).OnDelete(DeleteBehavior.SetNull);
        subscription.HasOne(s => s.Offer).WithMany().HasForeignKey(s => s.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}

public class RenewalNoticeTable : IEntityTypeConfiguration<RenewalNotice>
{
    public void Configure(EntityTypeBuilder<RenewalNotice> notice)
    {
        notice.ToTable("RenewalNotices");
        notice.Property(n => n.To).HasMaxLength(256);
        notice.HasIndex(n => new { n.SubscriptionId, n.TermEndsAt }).IsUnique();
        notice.HasIndex(n => new { n.AcceptedAt, n.FailedAt });
        notice.HasOne(n => n.Subscription).WithMany().HasForeignKey(n => n.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Deliveries;

public class IssueTable : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> issue)
    {
        issue.ToTable("Issues");
        issue.Property(i => i.Key).HasMaxLength(200);
        issue.HasIndex(i => i.Key).IsUnique();
    }
}

public class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("Deliveries");
        delivery.Property(d => d.Email).HasMaxLength(256);
        // The promise of "once": the database itself refuses a second row for the same reader and issue.
        delivery.HasIndex(d => new { d.IssueId, d.AccountId }).IsUnique();
        delivery.HasIndex(d => new { d.State, d.NotBefore });
        delivery.Property(d => d.ClaimedBy).IsConcurrencyToken();
        delivery.HasIndex(d => d.ClaimedBy);
        delivery.HasOne(d => d.Issue).WithMany().HasForeignKey(d => d.IssueId);
        delivery.HasOne<Accounts.Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}

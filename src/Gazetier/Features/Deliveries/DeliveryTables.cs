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
        issue.HasIndex(i => new { i.State, i.List });
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
        // All that is taken, counted or settled is asked for by issue; a longer index would be moved with each mark.
        delivery.HasIndex(d => new { d.IssueId, d.State, d.NotBefore });
        delivery.HasOne(d => d.Issue).WithMany().HasForeignKey(d => d.IssueId);
        delivery.HasOne<Accounts.Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}

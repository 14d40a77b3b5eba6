using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Departures;

public class DepartureTable : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> departure)
    {
        departure.ToTable("Departures");
        departure.Property(d => d.Number).HasMaxLength(20);
        departure.Property(d => d.Email).HasMaxLength(256);
        departure.Property(d => d.Language).HasMaxLength(2);
        departure.HasIndex(d => d.Number).IsUnique();
        departure.HasIndex(d => new { d.AsksTheDesk, d.SettledAt });
        departure.HasIndex(d => d.Email);
        // What was declared outlives the contract, and the account.
        departure.HasOne(d => d.Subscription).WithMany().HasForeignKey(d => d.SubscriptionId).OnDelete(DeleteBehavior.SetNull);
    }
}

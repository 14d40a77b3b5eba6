using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Agenda;

public class AgendaEventTable : IEntityTypeConfiguration<AgendaEvent>
{
    public void Configure(EntityTypeBuilder<AgendaEvent> held)
    {
        held.ToTable("AgendaEvents");
        held.Property(e => e.Slug).HasMaxLength(100);
        held.HasIndex(e => e.Slug).IsUnique();
        held.HasOne(e => e.Club).WithMany().HasForeignKey(e => e.ClubId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class EventDateTable : IEntityTypeConfiguration<EventDate>
{
    public void Configure(EntityTypeBuilder<EventDate> date)
    {
        date.ToTable("EventDates");
        date.HasOne(d => d.Event).WithMany(e => e.Dates).HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.Restrict);
        date.HasIndex(d => d.StartsAt);
    }
}

public class BookingTable : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.ToTable("Bookings");
        booking.HasOne(b => b.Date).WithMany(d => d.Bookings).HasForeignKey(b => b.DateId).OnDelete(DeleteBehavior.Restrict);
        booking.HasOne<Account>().WithMany().HasForeignKey(b => b.AccountId).OnDelete(DeleteBehavior.Cascade);
        booking.HasIndex(b => new { b.DateId, b.AccountId }).IsUnique();
        booking.HasIndex(b => b.AccountId);
    }
}

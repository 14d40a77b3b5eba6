using Gazetier.Features.Accounts;
using Gazetier.Features.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Announcements;

public class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("Announcements");
        announcement.Ignore(a => a.Path);
        announcement.Property(a => a.Origin).HasMaxLength(50);
        announcement.Property(a => a.ExternalReference).HasMaxLength(Announcement.MaxReference);
        announcement.Property(a => a.Version).IsConcurrencyToken();
        announcement.HasOne(a => a.Place).WithMany().HasForeignKey(a => a.PlaceId).OnDelete(DeleteBehavior.SetNull);
        // An import that runs twice, at once even, adds nothing.
        announcement.HasIndex(a => new { a.Origin, a.ExternalReference }).IsUnique();
        announcement.HasIndex(a => new { a.Kind, a.PublishedAt });
        announcement.HasIndex(a => a.DeadlineAt);
    }
}

public class AnnouncementSearchTable : IEntityTypeConfiguration<AnnouncementSearch>
{
    public void Configure(EntityTypeBuilder<AnnouncementSearch> search)
    {
        search.ToTable("AnnouncementSearches");
        search.Ignore(s => s.Filter);
        search.Property(s => s.Key).HasMaxLength(500);
        search.HasIndex(s => new { s.AccountId, s.Key }).IsUnique();
        search.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        search.HasOne<Place>().WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class AnnouncementAlertTable : IEntityTypeConfiguration<AnnouncementAlert>
{
    public void Configure(EntityTypeBuilder<AnnouncementAlert> alert)
    {
        alert.ToTable("AnnouncementAlerts");
        alert.HasKey(a => a.AccountId);
        alert.HasOne<Account>().WithOne().HasForeignKey<AnnouncementAlert>(a => a.AccountId);
        alert.HasIndex(a => a.DoneOn);
    }
}

public class AnnouncementToldTable : IEntityTypeConfiguration<AnnouncementTold>
{
    public void Configure(EntityTypeBuilder<AnnouncementTold> told)
    {
        told.ToTable("AnnouncementsTold");
        told.HasKey(t => new { t.AccountId, t.AnnouncementId });
        told.HasIndex(t => new { t.IssueId, t.AccountId });
        told.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        told.HasOne<Announcement>().WithMany().HasForeignKey(t => t.AnnouncementId);
    }
}

public class AnnouncementSourceTable : IEntityTypeConfiguration<AnnouncementSource>
{
    public void Configure(EntityTypeBuilder<AnnouncementSource> source)
    {
        source.ToTable("AnnouncementSources");
        source.Property(s => s.Address).HasMaxLength(AnnouncementSource.MaxAddress);
        source.HasIndex(s => s.Address).IsUnique();
    }
}

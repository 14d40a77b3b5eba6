using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Feeds.Hubs;

public class FeedPingTable : IEntityTypeConfiguration<FeedPing>
{
    public void Configure(EntityTypeBuilder<FeedPing> ping)
    {
        ping.ToTable("FeedPings");
        ping.HasKey(p => p.Page);
        ping.Property(p => p.Page).HasMaxLength(300);
        ping.HasIndex(p => p.DueAt);
    }
}

public class HubPositionTable : IEntityTypeConfiguration<HubPosition>
{
    public void Configure(EntityTypeBuilder<HubPosition> position)
    {
        position.ToTable("HubPositions");
        position.Property(p => p.Id).ValueGeneratedNever();
    }
}

using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Meter;

public class FreeReadingTable : IEntityTypeConfiguration<FreeReading>
{
    public void Configure(EntityTypeBuilder<FreeReading> reading)
    {
        reading.ToTable("FreeReadings");
        reading.HasKey(r => new { r.AccountId, r.Month, r.Number });
        reading.HasIndex(r => r.Month);
        reading.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

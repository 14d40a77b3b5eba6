using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Bounces;

public class RecordedBounceTable : IEntityTypeConfiguration<RecordedBounce>
{
    public void Configure(EntityTypeBuilder<RecordedBounce> bounce)
    {
        bounce.ToTable("RecordedBounces");
        bounce.Property(b => b.Email).HasMaxLength(256);
        bounce.Property(b => b.Domain).HasMaxLength(256);
        bounce.Property(b => b.List).HasMaxLength(200);
        bounce.Property(b => b.Status).HasMaxLength(12);
        bounce.Property(b => b.Diagnostic).HasMaxLength(Bounce.LongestDiagnostic);
        // The promise of "counts once".
        bounce.HasIndex(b => new { b.DeliveryId, b.Kind }).IsUnique();
        bounce.HasIndex(b => new { b.Email, b.At });
        bounce.HasIndex(b => new { b.Kind, b.At });
    }
}

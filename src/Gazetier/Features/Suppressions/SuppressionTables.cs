using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Suppressions;

public class SuppressionTable : IEntityTypeConfiguration<Suppression>
{
    public void Configure(EntityTypeBuilder<Suppression> suppression)
    {
        suppression.ToTable("Suppressions");
        suppression.Property(s => s.Email).HasMaxLength(256);
        suppression.Property(s => s.Evidence).HasMaxLength(Suppression.LongestEvidence);
        suppression.Property(s => s.List).HasMaxLength(200);
        // One stands for an address at a time; those that were lifted stay as history.
        suppression.HasIndex(s => s.Email).IsUnique().HasFilter("\"LiftedAt\" IS NULL").HasDatabaseName("IX_Suppressions_Standing");
        suppression.HasIndex(s => new { s.Email, s.At });
        suppression.HasIndex(s => s.At);
        suppression.Ignore(s => s.IsOfAddress);
    }
}

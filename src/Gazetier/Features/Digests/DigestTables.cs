using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Digests;

public class DigestRhythmTable : IEntityTypeConfiguration<DigestRhythm>
{
    public void Configure(EntityTypeBuilder<DigestRhythm> rhythm)
    {
        rhythm.ToTable("DigestRhythms");
        rhythm.HasKey(r => r.AccountId);
        // The names of six days are longer than a name may be.
        rhythm.Property(r => r.Days).HasConversion<int>();
        rhythm.HasIndex(r => r.NextDueAt);
        rhythm.HasOne(r => r.Account).WithMany().HasForeignKey(r => r.AccountId);
    }
}

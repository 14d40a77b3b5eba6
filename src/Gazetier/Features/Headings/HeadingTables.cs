using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Headings;

public class MergerTable : IEntityTypeConfiguration<Merger>
{
    public void Configure(EntityTypeBuilder<Merger> merger)
    {
        merger.ToTable("Mergers");
        merger.HasKey(m => m.FromId);
        merger.Property(m => m.FromId).ValueGeneratedNever();
        merger.Property(m => m.Slug).HasMaxLength(100);
        merger.HasIndex(m => m.IntoId);
    }
}

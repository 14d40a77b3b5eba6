using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Places;

public class PlaceTable : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.ToTable("Places");
        place.Property(p => p.Id).ValueGeneratedNever();
        place.Property(p => p.Code).HasMaxLength(10);
        place.Property(p => p.Slug).HasMaxLength(100);
        place.HasIndex(p => p.Slug).IsUnique();
        place.HasOne<Place>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

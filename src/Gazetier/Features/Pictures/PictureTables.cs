using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Pictures;

public class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.ToTable("Pictures");
        picture.Property(p => p.Key).HasMaxLength(64);
        picture.HasIndex(p => p.Key).IsUnique();
        // Pictures that were there before had their middle in sight.
        picture.Property(p => p.FocusX).HasDefaultValue(Focus.Middle).HasSentinel(Focus.Middle);
        picture.Property(p => p.FocusY).HasDefaultValue(Focus.Middle).HasSentinel(Focus.Middle);
        // The library shows the newest first.
        picture.HasIndex(p => p.CreatedAt);
        // Each public page asks when the next picture must go.
        picture.HasIndex(p => p.RightsEndAt);
    }
}

public class FormerKeyTable : IEntityTypeConfiguration<FormerKey>
{
    public void Configure(EntityTypeBuilder<FormerKey> former)
    {
        former.ToTable("FormerPictureKeys");
        former.HasKey(f => f.Key);
        former.Property(f => f.Key).HasMaxLength(64);
        former.HasOne<Picture>().WithMany().HasForeignKey(f => f.PictureId).OnDelete(DeleteBehavior.Cascade);
    }
}

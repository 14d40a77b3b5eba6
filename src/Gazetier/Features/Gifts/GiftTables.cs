using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Gifts;

public class GiftTable : IEntityTypeConfiguration<Gift>
{
    public void Configure(EntityTypeBuilder<Gift> gift)
    {
        gift.ToTable("Gifts");
        gift.Property(g => g.Token).HasMaxLength(30);
        gift.HasIndex(g => g.Token).IsUnique();
        gift.HasIndex(g => new { g.GiverId, g.Month, g.Number }).IsUnique();
        gift.HasOne(g => g.Giver).WithMany().HasForeignKey(g => g.GiverId).OnDelete(DeleteBehavior.Cascade);
    }
}

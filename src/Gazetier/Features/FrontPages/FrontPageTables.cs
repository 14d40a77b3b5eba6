using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.FrontPages;

public class ArrangementTable : IEntityTypeConfiguration<Arrangement>
{
    public void Configure(EntityTypeBuilder<Arrangement> arrangement)
    {
        arrangement.ToTable("Arrangements");
        arrangement.Property(a => a.Name).HasMaxLength(Arrangement.MaxName);
        arrangement.Property(a => a.Version).IsConcurrencyToken();
        arrangement.HasIndex(a => a.BeginsAt);
        arrangement.HasMany(a => a.Pins).WithOne().HasForeignKey(p => p.ArrangementId);
        arrangement.HasMany(a => a.Blocks).WithOne().HasForeignKey(b => b.ArrangementId);
        var began = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        arrangement.HasData(new Arrangement { Id = Arrangement.First, Name = "Une automatique", BeginsAt = began, SavedAt = began });
    }
}

public class FrontPageBlockTable : IEntityTypeConfiguration<FrontPageBlock>
{
    public void Configure(EntityTypeBuilder<FrontPageBlock> block)
    {
        block.ToTable("FrontPageBlocks");
        block.Property(b => b.Title).HasMaxLength(FrontPageBlock.MaxTitle);
    }
}

public class PinTable : IEntityTypeConfiguration<Pin>
{
    public void Configure(EntityTypeBuilder<Pin> pin)
    {
        pin.ToTable("Pins");
        // Pins that stood before there were arrangements stay in the first.
        pin.Property(p => p.ArrangementId).HasDefaultValue(Arrangement.First);
        pin.HasIndex(p => new { p.ArrangementId, p.Place, p.Position });
        pin.HasOne(p => p.Article).WithMany().HasForeignKey(p => p.ArticleId);
        pin.HasOne<FrontPageBlock>().WithMany().HasForeignKey(p => p.BlockId);
    }
}

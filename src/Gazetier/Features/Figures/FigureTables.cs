using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Figures;

public class ReadCountTable : IEntityTypeConfiguration<ReadCount>
{
    public void Configure(EntityTypeBuilder<ReadCount> count)
    {
        count.ToTable("ReadCounts");
        count.HasKey(c => new { c.Day, c.ArticleId, c.Step, c.Kind });
        count.Property(c => c.Kind).HasMaxLength(Referrer.LongestHost);
        count.HasIndex(c => new { c.ArticleId, c.Day });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Audit;

public class ActTable : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> act)
    {
        act.ToTable("Acts");
        act.Property(a => a.What).HasMaxLength(100);
        act.HasIndex(a => new { a.ArticleId, a.Id });
        act.HasIndex(a => new { a.ById, a.Id });
        act.HasIndex(a => a.At);
    }
}

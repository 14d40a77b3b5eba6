using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Previews;

public class PreviewLinkTable : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.ToTable("PreviewLinks");
        link.Property(l => l.TokenHash).HasMaxLength(64);
        link.Property(l => l.Reader).HasMaxLength(PreviewLink.LongestReader);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasOne(l => l.Article).WithMany().HasForeignKey(l => l.ArticleId);
        link.HasOne(l => l.By).WithMany().HasForeignKey(l => l.ById).OnDelete(DeleteBehavior.SetNull);
    }
}

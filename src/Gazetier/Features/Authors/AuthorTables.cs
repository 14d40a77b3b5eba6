using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Authors;

public class AuthorTable : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> author)
    {
        author.ToTable("Authors");
        author.Property(a => a.Slug).HasMaxLength(100);
        author.HasIndex(a => a.Slug).IsUnique();
        author.HasOne(a => a.Portrait).WithMany().HasForeignKey(a => a.PortraitId).OnDelete(DeleteBehavior.SetNull);
    }
}

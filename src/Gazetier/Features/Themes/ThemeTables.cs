using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Themes;

public class ThemeTable : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.ToTable("Themes");
        theme.Property(t => t.Slug).HasMaxLength(100);
        theme.HasIndex(t => t.Slug).IsUnique();
    }
}

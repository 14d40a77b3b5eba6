using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Newspaper;

public class ImprintTable : IEntityTypeConfiguration<Imprint>
{
    public void Configure(EntityTypeBuilder<Imprint> imprint)
    {
        imprint.ToTable("Imprint");
        imprint.Property(i => i.Id).ValueGeneratedNever();
        imprint.Ignore(i => i.IdentityLines);
        imprint.Property(i => i.Accent).HasMaxLength(7).HasDefaultValue("");
        imprint.Property(i => i.LogoKey).HasMaxLength(32);
        imprint.Property(i => i.IconKey).HasMaxLength(32);
    }
}

public class EmblemTable : IEntityTypeConfiguration<Emblem>
{
    public void Configure(EntityTypeBuilder<Emblem> emblem)
    {
        emblem.ToTable("Emblems");
        emblem.HasKey(e => e.Key);
        emblem.Property(e => e.Key).HasMaxLength(32);
    }
}

public class MenuEntryTable : IEntityTypeConfiguration<MenuEntry>
{
    public void Configure(EntityTypeBuilder<MenuEntry> entry)
    {
        entry.ToTable("MenuEntries");
        entry.Property(e => e.Label).HasMaxLength(MenuEntry.MaxLabel);
        entry.Property(e => e.Path).HasMaxLength(MenuEntry.MaxPath);
        entry.HasOne<Section>().WithMany().HasForeignKey(e => e.SectionId);
    }
}

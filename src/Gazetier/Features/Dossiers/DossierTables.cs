using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Dossiers;

public class DossierTable : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> dossier)
    {
        dossier.ToTable("Dossiers");
        dossier.Property(d => d.Slug).HasMaxLength(100);
        dossier.HasIndex(d => d.Slug).IsUnique();
        dossier.HasMany(d => d.Parts).WithOne(p => p.Dossier).HasForeignKey(p => p.DossierId);
    }
}

public class DossierPartTable : IEntityTypeConfiguration<DossierPart>
{
    public void Configure(EntityTypeBuilder<DossierPart> part)
    {
        part.ToTable("DossierParts");
        part.HasKey(p => new { p.DossierId, p.ArticleId });
        part.HasIndex(p => new { p.DossierId, p.Position });
    }
}

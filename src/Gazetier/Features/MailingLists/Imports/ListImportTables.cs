using Gazetier.Features.Accounts;
using Gazetier.Features.Consents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.MailingLists.Imports;

public class ListImportTable : IEntityTypeConfiguration<ListImport>
{
    public void Configure(EntityTypeBuilder<ListImport> import)
    {
        import.ToTable("ListImports");
        import.Property(i => i.List).HasMaxLength(100);
        import.Property(i => i.Title).HasMaxLength(200);
        import.Property(i => i.Name).HasMaxLength(ListImport.LongestName);
        import.Property(i => i.Fingerprint).HasMaxLength(64);
        import.Property(i => i.Statement).HasMaxLength(ListImport.LongestStatement);
        import.Property(i => i.ProofName).HasMaxLength(ListImport.LongestName);
        import.Property(i => i.ProofType).HasMaxLength(40);
        import.Property(i => i.ByName).HasMaxLength(200);
        // A form that is sent twice is one import.
        import.HasIndex(i => new { i.List, i.Fingerprint }).IsUnique();
        import.HasIndex(i => i.State);
    }
}

public class ListImportLineTable : IEntityTypeConfiguration<ListImportLine>
{
    public void Configure(EntityTypeBuilder<ListImportLine> line)
    {
        line.ToTable("ListImportLines");
        line.HasKey(l => new { l.ImportId, l.Number });
        line.Property(l => l.Number).ValueGeneratedNever();
        line.Property(l => l.Email).HasMaxLength(ListImportLine.LongestAddress);
        line.Property(l => l.Name).HasMaxLength(DisplayNames.Longest);
        line.Property(l => l.Text).HasMaxLength(Consent.MaxText);
        line.Property(l => l.Origin).HasMaxLength(Consent.MaxOrigin);
        line.HasIndex(l => l.Email);
        line.HasIndex(l => new { l.ImportId, l.Outcome, l.DoneAt, l.Number });
        line.HasOne<ListImport>().WithMany().HasForeignKey(l => l.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

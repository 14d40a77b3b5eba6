using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Magazine;

public class PrintIssueTable : IEntityTypeConfiguration<PrintIssue>
{
    public void Configure(EntityTypeBuilder<PrintIssue> issue)
    {
        issue.ToTable("PrintIssues");
        issue.HasIndex(i => i.Number).IsUnique();
        issue.HasIndex(i => i.DatedOn);
        issue.Property(i => i.PdfKey).HasMaxLength(64);
        issue.Property(i => i.Version).IsConcurrencyToken();
        issue.Ignore(i => i.Asks).Ignore(i => i.Path).Ignore(i => i.PdfPath);
        issue.HasOne(i => i.Cover).WithMany().HasForeignKey(i => i.CoverId).OnDelete(DeleteBehavior.SetNull);
        issue.HasMany(i => i.Entries).WithOne().HasForeignKey(e => e.IssueId);
        issue.HasMany(i => i.Written).WithOne().HasForeignKey(p => p.IssueId);
    }
}

public class PrintEntryTable : IEntityTypeConfiguration<PrintEntry>
{
    public void Configure(EntityTypeBuilder<PrintEntry> entry)
    {
        entry.ToTable("PrintEntries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasOne(e => e.Article).WithMany().HasForeignKey(e => e.ArticleId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class PrintPageTable : IEntityTypeConfiguration<PrintPage>
{
    public void Configure(EntityTypeBuilder<PrintPage> page)
    {
        page.ToTable("PrintPages");
        // Of two who write the same page first, one does.
        page.HasKey(p => new { p.IssueId, p.Folio });
        page.Property(p => p.Version).IsConcurrencyToken();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.DmarcReports;

public class DmarcReportTable : IEntityTypeConfiguration<DmarcReport>
{
    public void Configure(EntityTypeBuilder<DmarcReport> report)
    {
        report.ToTable("DmarcReports");
        report.Property(r => r.Reporter).HasMaxLength(200);
        report.Property(r => r.Number).HasMaxLength(200);
        report.Property(r => r.Domain).HasMaxLength(256);
        // The same report by two ways counts once.
        report.HasIndex(r => new { r.Reporter, r.Number, r.Domain }).IsUnique();
        report.HasIndex(r => r.Until);
        report.HasMany(r => r.Sources).WithOne().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Cascade);
    }
}

public class DmarcSourceTable : IEntityTypeConfiguration<DmarcSource>
{
    public void Configure(EntityTypeBuilder<DmarcSource> source)
    {
        source.ToTable("DmarcSources");
        source.Property(s => s.Address).HasMaxLength(45);
        source.Property(s => s.Disposition).HasMaxLength(20);
    }
}

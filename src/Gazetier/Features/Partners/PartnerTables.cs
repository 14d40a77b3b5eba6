using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Partners;

public class InsertionTable : IEntityTypeConfiguration<Insertion>
{
    public void Configure(EntityTypeBuilder<Insertion> insertion)
    {
        insertion.ToTable("Insertions");
        insertion.HasKey(i => i.Number);
        insertion.Property(i => i.Partner).HasMaxLength(Insertion.MaxPartner);
        insertion.Property(i => i.Title).HasMaxLength(Insertion.MaxTitle);
        insertion.Property(i => i.Text).HasMaxLength(Insertion.MaxText);
        insertion.Property(i => i.Link).HasMaxLength(Insertion.MaxLink);
        insertion.Property(i => i.LeadEmail).HasMaxLength(256);
        insertion.HasIndex(i => i.Until);
        insertion.HasOne(i => i.Section).WithMany().HasForeignKey(i => i.SectionId).OnDelete(DeleteBehavior.SetNull);
    }
}

public class LeadTable : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> lead)
    {
        lead.ToTable("Leads");
        lead.Property(l => l.Name).HasMaxLength(Lead.MaxName);
        lead.Property(l => l.Email).HasMaxLength(256);
        lead.Property(l => l.Function).HasMaxLength(Lead.MaxName);
        lead.Property(l => l.Organisation).HasMaxLength(Lead.MaxName);
        lead.Property(l => l.Message).HasMaxLength(Lead.MaxMessage);
        lead.HasIndex(l => l.Email);
        lead.HasIndex(l => l.At);
        lead.HasOne(l => l.Insertion).WithMany().HasForeignKey(l => l.InsertionNumber);
    }
}

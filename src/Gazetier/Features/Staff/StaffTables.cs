using Gazetier.Features.Accounts;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Staff;

public class StaffSectionTable : IEntityTypeConfiguration<StaffSection>
{
    public void Configure(EntityTypeBuilder<StaffSection> care)
    {
        care.ToTable("StaffSections");
        care.HasKey(c => new { c.AccountId, c.SectionId });
        care.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        care.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Cascade);
    }
}

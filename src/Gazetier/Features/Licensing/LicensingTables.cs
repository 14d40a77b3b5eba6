using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Licensing;

public class RobotSettingTable : IEntityTypeConfiguration<RobotSetting>
{
    public void Configure(EntityTypeBuilder<RobotSetting> setting)
    {
        setting.ToTable("RobotSettings");
        setting.Property(s => s.Id).ValueGeneratedNever();
        setting.Property(s => s.Terms).HasMaxLength(RobotSetting.MostTerms);
        setting.Property(s => s.Version).IsConcurrencyToken();
        setting.Ignore(s => s.Line);
    }
}

public class RobotExceptionTable : IEntityTypeConfiguration<RobotException>
{
    public void Configure(EntityTypeBuilder<RobotException> exception)
    {
        exception.ToTable("RobotExceptions");
        exception.HasKey(e => new { e.SectionId, e.Class });
        exception.HasOne<Section>().WithMany().HasForeignKey(e => e.SectionId).OnDelete(DeleteBehavior.Cascade);
    }
}

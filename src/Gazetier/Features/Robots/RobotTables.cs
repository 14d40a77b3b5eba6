using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Robots;

public class RobotVisitTable : IEntityTypeConfiguration<RobotVisit>
{
    public void Configure(EntityTypeBuilder<RobotVisit> visit)
    {
        visit.ToTable("RobotVisits");
        visit.HasKey(v => new { v.Day, v.Robot, v.Class, v.Section, v.Verdict, v.Answer });
        visit.Property(v => v.Robot).HasMaxLength(Robot.MaxName);
        visit.Property(v => v.Section).HasMaxLength(100);
    }
}

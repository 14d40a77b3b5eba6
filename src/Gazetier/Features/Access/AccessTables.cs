using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Access;

public class AccessRulesTable : IEntityTypeConfiguration<AccessRules>
{
    public void Configure(EntityTypeBuilder<AccessRules> rules)
    {
        rules.ToTable("AccessRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
        // A row of before has the default; 0 is meant where it is written.
        rules.Property(r => r.SessionsOfSeat).HasDefaultValue(AccessRules.DefaultSessions).HasSentinel(-1);
    }
}

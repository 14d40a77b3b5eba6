using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Access;

public class AccessRulesTable : IEntityTypeConfiguration<AccessRules>
{
    public void Configure(EntityTypeBuilder<AccessRules> rules)
    {
        rules.ToTable("AccessRules");
        rules.Property(r => r.Id).ValueGeneratedNever();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Trials;

public class TrialTakenTable : IEntityTypeConfiguration<TrialTaken>
{
    public void Configure(EntityTypeBuilder<TrialTaken> taken)
    {
        taken.ToTable("TrialsTaken");
        // One for each person and product: two tabs cannot both begin it.
        taken.HasKey(t => new { t.Person, t.Product });
        taken.Property(t => t.Person).HasMaxLength(64);
    }
}

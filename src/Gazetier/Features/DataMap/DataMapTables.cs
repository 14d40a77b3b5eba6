using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.DataMap;

public class ForgettingTable : IEntityTypeConfiguration<Forgetting>
{
    public void Configure(EntityTypeBuilder<Forgetting> forgetting)
    {
        forgetting.ToTable("Forgettings");
        forgetting.Property(f => f.Rule).HasMaxLength(Forgetting.MaxRule);
        forgetting.HasIndex(f => new { f.On, f.Rule }).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Newspaper;

public class ImprintTable : IEntityTypeConfiguration<Imprint>
{
    public void Configure(EntityTypeBuilder<Imprint> imprint)
    {
        imprint.ToTable("Imprint");
        imprint.Property(i => i.Id).ValueGeneratedNever();
    }
}

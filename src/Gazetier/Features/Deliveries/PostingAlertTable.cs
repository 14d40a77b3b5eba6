using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Deliveries;

public class PostingAlertTable : IEntityTypeConfiguration<PostingAlert>
{
    public void Configure(EntityTypeBuilder<PostingAlert> alert)
    {
        alert.ToTable("PostingAlerts");
        alert.Property(a => a.Name).HasMaxLength(256);
        alert.Property(a => a.Evidence).HasMaxLength(PostingAlert.LongestEvidence);
        alert.HasIndex(a => new { a.Kind, a.Name, a.Since });
        alert.HasIndex(a => a.Since);
    }
}

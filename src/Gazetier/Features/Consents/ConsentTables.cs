using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Consents;

public class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("Consents");
        consent.Property(c => c.List).HasMaxLength(100);
        consent.Property(c => c.Text).HasMaxLength(Consent.MaxText);
        consent.Property(c => c.Origin).HasMaxLength(Consent.MaxOrigin);
        consent.HasIndex(c => new { c.AccountId, c.List });
        consent.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}

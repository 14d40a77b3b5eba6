using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gazetier.Features.Offers;

public class OfferTable : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.ToTable("Offers");
        offer.Property(o => o.Slug).HasMaxLength(100);
        offer.Property(o => o.Currency).HasMaxLength(3);
        offer.HasIndex(o => o.Slug).IsUnique();
    }
}

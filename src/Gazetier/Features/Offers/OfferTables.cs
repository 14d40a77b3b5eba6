using Gazetier.Features.Products;
using Gazetier.Features.Taxes;
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
        // Offers of before they said so: the paper, for readers, at the rate of the press.
        offer.Property(o => o.Products).HasDefaultValue(ProductSet.Paper).HasSentinel(ProductSet.Paper);
        offer.Property(o => o.Customer).HasDefaultValue(CustomerKind.Individual);
        offer.Property(o => o.VatClass).HasDefaultValue(VatClass.Press);
        offer.Ignore(o => o.IsFree);
        offer.Ignore(o => o.VatCustomer);
        offer.HasIndex(o => o.Slug).IsUnique();
    }
}

public class PromotionCodeTable : IEntityTypeConfiguration<PromotionCode>
{
    public void Configure(EntityTypeBuilder<PromotionCode> code)
    {
        code.ToTable("PromotionCodes");
        code.Property(c => c.Code).HasMaxLength(PromotionCode.MaxLength);
        code.HasIndex(c => c.Code).IsUnique();
        code.HasOne<Offer>().WithMany().HasForeignKey(c => c.OfferId).OnDelete(DeleteBehavior.Cascade);
    }
}

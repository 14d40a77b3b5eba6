using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gazetier.Features.Products;

public class ProductTable : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("Products");
        product.HasKey(p => p.Number);
        product.Property(p => p.Number).ValueGeneratedNever();
        product.Property(p => p.Slug).HasMaxLength(100);
        product.Property(p => p.Name).HasMaxLength(100);
        product.HasIndex(p => p.Slug).IsUnique();
        product.Ignore(p => p.Set);
        // Every newspaper has itself to sell, the empty one too.
        product.HasData(new Product { Number = 0, Slug = "journal", Name = "Le journal" });
    }
}

/// <summary>Kept as a signed number of 64 bits, which both databases have.</summary>
public class ProductSetConverter() : ValueConverter<ProductSet, long>(set => (long)set.Bits, bits => new ProductSet((ulong)bits));

using CsCheck;
using Gazetier.Features.Products;
using Shouldly;

namespace Gazetier.Tests.Features.Products;

public class ProductSetTests
{
    [Fact]
    public void A_set_gives_back_its_numbers_in_order() =>
        Gen.Int[0, ProductSet.Most - 1].Array[0, 20].Sample(numbers =>
        {
            var set = ProductSet.Of(numbers);
            set.Numbers.ShouldBe(numbers.Distinct().Order());
            set.Count.ShouldBe(numbers.Distinct().Count());
        });

    [Fact]
    public void What_the_database_keeps_of_it_comes_back() =>
        Gen.ULong.Where(bits => bits >> ProductSet.Most == 0).Sample(bits =>
        {
            var converter = new ProductSetConverter();
            var kept = (long)converter.ConvertToProvider(new ProductSet(bits))!;
            kept.ShouldBeGreaterThanOrEqualTo(0);
            converter.ConvertFromProvider(kept).ShouldBe(new ProductSet(bits));
        });

    [Theory]
    [InlineData(-1)]
    [InlineData(ProductSet.Most)]
    public void There_is_no_such_number(int number) => Should.Throw<ArgumentOutOfRangeException>(() => ProductSet.Of(number));
}

using CsCheck;
using Gazetier.Features.Offers;
using Gazetier.Features.Purchases;
using Gazetier.Features.Taxes;
using Shouldly;

namespace Gazetier.Tests.Features.Offers;

public class PromotionCodeTests
{
    private static readonly DateTime Now = Newsroom.Now.UtcDateTime;
    private static readonly Offer Offer = new() { Slug = "a", Name = "A", PriceCents = 19_900 };

    [Theory]
    [InlineData(" rentrée ", null)]
    [InlineData("ren tree-26", "RENTREE-26")]
    [InlineData("ab", null)]
    [InlineData("a'b;--", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_it_is_kept(string? typed, string? kept) => PromotionCode.Read(typed).ShouldBe(kept);

    [Fact]
    public void It_never_takes_off_more_than_there_is() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 100], Gen.Int[1, 2_000_000]).Sample((stated, percent, cents) =>
        New(percent: percent).Off(stated) is var part && part >= 0 && part <= stated && New(cents: cents).Off(stated) <= stated && New(percent: 100).Off(stated) == stated);

    [Fact]
    public void It_is_good_between_its_dates_for_its_offer_and_so_often()
    {
        New(percent: 10).Against(Offer, Now).ShouldBeNull();
        New(percent: 10, change: c => c.From = Now.AddTicks(1)).Against(Offer, Now).ShouldBe(PromotionRefusal.TooEarly);
        New(percent: 10, change: c => c.From = Now).Against(Offer, Now).ShouldBeNull();
        New(percent: 10, change: c => c.Until = Now).Against(Offer, Now).ShouldBe(PromotionRefusal.TooLate);
        New(percent: 10, change: c => c.Until = Now.AddTicks(1)).Against(Offer, Now).ShouldBeNull();
        New(percent: 10, change: c => c.OfferId = Guid.CreateVersion7()).Against(Offer, Now).ShouldBe(PromotionRefusal.OtherOffer);
        New(percent: 10, change: c => (c.MostUses, c.Used) = (2, 2)).Against(Offer, Now).ShouldBe(PromotionRefusal.UsedUp);
        New(percent: 10, change: c => c.RetiredAt = Now).Against(Offer, Now).ShouldBe(PromotionRefusal.Unknown);
    }

    [Fact]
    public void A_quote_counts_the_introductory_price_the_quantity_and_the_code_and_says_what_comes_after()
    {
        var offer = new Offer { Slug = "a", Name = "A", PriceCents = 39_000, PriceIsWithoutTax = true, IntroCents = 20_000, IntroTerms = 1 };
        var rate = new VatRate { BasisPoints = 210, Source = "x" };
        var quote = Quote.Of(offer, 2, New(percent: 10), rate);
        (quote.StatedCents, quote.DiscountCents).ShouldBe((40_000, 4_000));
        quote.Total.ShouldBe(new Taxed(36_000, 756, 210));
        quote.Next.ShouldBe(new Taxed(78_000, 1_638, 210));
        (offer.PriceOfTerm(1), offer.PriceOfTerm(2)).ShouldBe((20_000, 39_000));
    }

    [Theory]
    [InlineData("199", 19900)]
    [InlineData("1 199,5", 119950)]
    [InlineData("16.58 €", 1658)]
    [InlineData("0", 0)]
    [InlineData("1,999", null)]
    [InlineData("-5", null)]
    [InlineData("1e9", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public void An_amount_is_read_to_the_cent_or_not_at_all(string typed, int? cents) => Price.Read(typed).ShouldBe(cents);

    private static PromotionCode New(int? percent = null, int? cents = null, Action<PromotionCode>? change = null)
    {
        var code = new PromotionCode { Code = "TEST", PercentOff = percent, CentsOff = cents };
        change?.Invoke(code);
        return code;
    }
}

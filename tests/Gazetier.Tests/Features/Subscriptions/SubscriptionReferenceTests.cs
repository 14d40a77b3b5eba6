using CsCheck;
using Gazetier.Features.Subscriptions;
using Shouldly;

namespace Gazetier.Tests.Features.Subscriptions;

public class SubscriptionReferenceTests
{
    [Fact]
    public void However_it_is_typed_it_is_read() =>
        Gen.Int[0, 3].Sample(way =>
        {
            var reference = SubscriptionReference.New();
            SubscriptionReference.Read(way switch
            {
                0 => reference,
                1 => reference.ToLowerInvariant(),
                2 => " " + reference.Replace("-", " ") + " ",
                _ => reference[4..],
            }).ShouldBe(reference);
        });

    [Theory]
    [InlineData("ABO-7K3F9")]
    [InlineData("ABO-7K3F9-2QDX5A")]
    [InlineData("ABO-7K3F9-2QDX1")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_none_is_none(string? typed) => SubscriptionReference.Read(typed).ShouldBeNull();
}

using CsCheck;
using Gazetier.Features.Access;
using Gazetier.Features.Conversation;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation;

/// <summary>L-61: who may write, by article and by default; closed after n days.</summary>
public class OpeningTests
{
    private static readonly DateTime Published = new(2026, 11, 1, 6, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(WhoWrites.Registered, AccessClass.Visitor, false)]
    [InlineData(WhoWrites.Registered, AccessClass.Registered, true)]
    [InlineData(WhoWrites.Subscribers, AccessClass.Registered, false)]
    [InlineData(WhoWrites.Subscribers, AccessClass.Subscriber, true)]
    [InlineData(WhoWrites.Subscribers, AccessClass.Staff, true)]
    [InlineData(WhoWrites.Nobody, AccessClass.Staff, false)]
    public void Who_may_write(WhoWrites who, AccessClass reader, bool may) =>
        Opening.Of(new CommentRules { WhoWrites = who }, null, null, Published).MayWrite(reader, Published.AddDays(1)).ShouldBe(may);

    [Fact]
    public void What_the_article_says_comes_before_its_section_and_that_before_the_newspaper() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 2]).Sample((paper, section, article) =>
        {
            static bool? Of(int n) => n == 0 ? null : n == 1;
            var opening = Opening.Of(new CommentRules { ReadsBefore = paper }, new ArticleConversation { ReadsBefore = Of(article) }, Of(section), Published);
            opening.ReadsBefore.ShouldBe(Of(article) ?? Of(section) ?? paper);
        });

    [Fact]
    public void It_closes_to_the_second_and_never_for_zero_days() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 90 * 86_400]).Sample((days, seconds) =>
        {
            var now = Published.AddSeconds(seconds);
            Opening.Of(new CommentRules { OpenDays = days }, null, null, Published).IsClosed(now).ShouldBe(days > 0 && now >= Published.AddDays(days));
        });
}

using CsCheck;
using Gazetier.Features.Conversation;
using Gazetier.Features.Conversation.Moderation;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation.Moderation;

/// <summary>The phases, each alone and all together: pure.</summary>
public class PipelineTests
{
    private static readonly string[] Texts = ["Bravo.", "", "!!!", "Voir https://a.fr https://b.fr https://c.fr", "Du viagra à bas prix", "La commission des casinos"];

    private static readonly Submission Honest = new("Une remarque courtoise sur les réseaux.", new CommentRules()) { Name = "Anne", PublishedBefore = 5, RecentOfPerson = 1, RecentOfArticle = 1, RecentOfSite = 1 };

    private static readonly Gen<Submission> Any = Gen.Select(
        Gen.Int[0, Texts.Length - 1].Select(n => Texts[n]),
        Gen.Int[0, 6], Gen.Int[0, 4], Gen.Int[0, 8], Gen.Bool, Gen.Int[0, 5], Gen.Select(Gen.Int[1, 8], Gen.Int[1, 100], Gen.Int[1, 200]), Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool),
        (text, published, refused, waiting, said, others, pace, flags) => new Submission(text, new CommentRules { RefusedWords = "viagra", SuspectWords = "casino*" })
        {
            PublishedBefore = published,
            RefusedLately = refused,
            WaitingOfPerson = waiting,
            SaidBefore = said,
            SaidByOthers = others,
            RecentOfPerson = pace.Item1,
            RecentOfArticle = pace.Item2,
            RecentOfSite = pace.Item3,
            IsPreModerated = flags.Item1,
            ReadsBefore = flags.Item2,
            IsStaff = flags.Item3,
        });

    [Fact]
    public void What_is_honest_and_known_is_published() => Pipeline.Judge(Honest).ShouldBe(Finding.Published);

    [Theory]
    [InlineData("", Outcome.NotTaken, ModerationReason.TooShort)]
    [InlineData("…!?", Outcome.NotTaken, ModerationReason.TooShort)]
    public void Nothing_is_not_taken(string text, Outcome outcome, ModerationReason reason) => Pipeline.Judge(Honest with { Text = text }).ShouldBe(new(outcome, reason));

    public static TheoryData<Func<Submission, Submission>, Outcome, ModerationReason> Cases => new()
    {
        { s => s with { Text = new string('a', 3_001) }, Outcome.NotTaken, ModerationReason.TooLong },
        { s => s with { SaidBefore = true }, Outcome.NotTaken, ModerationReason.SaidBefore },
        { s => s with { SaidByOthers = 3, PublishedBefore = 2 }, Outcome.Waiting, ModerationReason.SaidByMany },
        { s => s with { Text = "Un lien https://a.fr", PublishedBefore = 0 }, Outcome.Waiting, ModerationReason.Links },
        { s => s with { Text = "https://a.fr https://b.fr https://c.fr" }, Outcome.Waiting, ModerationReason.Links },
        { s => s with { RecentOfPerson = 6 }, Outcome.NotTaken, ModerationReason.TooFast },
        { s => s with { WaitingOfPerson = 5 }, Outcome.NotTaken, ModerationReason.ManyWaiting },
        { s => s with { RecentOfArticle = 21, PublishedBefore = 1 }, Outcome.Waiting, ModerationReason.Crowd },
        { s => s with { RecentOfSite = 61, PublishedBefore = 1 }, Outcome.Waiting, ModerationReason.Crowd },
        { s => s with { RefusedLately = 2 }, Outcome.Waiting, ModerationReason.RefusedLately },
        { s => s with { IsPreModerated = true }, Outcome.Waiting, ModerationReason.PreModerated },
        { s => s with { PublishedBefore = 0 }, Outcome.Waiting, ModerationReason.Newcomer },
        { s => s with { ReadsBefore = true }, Outcome.Waiting, ModerationReason.ReadBefore },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Each_phase_says_its_own(Func<Submission, Submission> change, Outcome outcome, ModerationReason reason) => Pipeline.Judge(change(Honest)).ShouldBe(new(outcome, reason));

    [Theory]
    [InlineData("Un CASINO en ligne", "casino", true)]
    [InlineData("Les casinos", "casino", false)]
    [InlineData("Les casinos", "casino*", true)]
    [InlineData("occasionnel", "casio*", false)]
    [InlineData("argent,   facile !", "argent facile", true)]
    [InlineData("Été", "ete", true)]
    [InlineData("rien", "", false)]
    [InlineData("rien", "*", false)]
    public void A_word_is_found_whole_and_folded(string text, string list, bool isIn) => WordList.Of(list).IsIn(WordList.Fold(text)).ShouldBe(isIn);

    [Fact]
    public void Who_has_a_history_is_not_slowed_by_the_crowd() =>
        Any.Sample(s => !s.IsKnown || Pipeline.Judge(s).Reason != ModerationReason.Crowd);

    [Fact]
    public void The_worst_that_a_phase_finds_counts() => Any.Sample(s =>
    {
        var found = Pipeline.Phases.Select(phase => phase.Judge(s)).OfType<Finding>().ToList();
        Pipeline.Judge(s).Outcome.ShouldBe(found.Count == 0 ? Outcome.Published : found.Max(f => f.Outcome));
    });

    [Fact]
    public void Nobody_fills_the_queue_alone() => Any.Sample(s => s.IsStaff || s.WaitingOfPerson < JudgePace.MostWaiting || Pipeline.Judge(s).Outcome == Outcome.NotTaken);

    [Fact]
    public void A_refused_word_is_never_published() => Any.Sample(s => s.IsStaff || !s.Text.Contains("viagra", StringComparison.Ordinal) || Pipeline.Judge(s).Outcome >= Outcome.Refused);

    [Fact]
    public void What_is_said_at_work_waits_for_nobody() => Any.Sample(s => !s.IsStaff || Pipeline.Judge(s).Outcome is Outcome.Published or Outcome.NotTaken);
}

using CsCheck;
using Gazetier.Features.LegalTexts;
using Shouldly;

namespace Gazetier.Tests.Features.LegalTexts;

/// <summary>What a text is worth on a day follows from its history alone.</summary>
public class LegalTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void It_is_called_by_what_identifies_it()
    {
        Named(LegalTextKind.OfficialText, "Décret", "2026-112", "", "").ShouldBe("Décret n° 2026-112 du 1er mars 2026");
        Named(LegalTextKind.CourtRuling, "Arrêt", "471234", "Conseil d’État", "").ShouldBe("Conseil d’État, 1er mars 2026, n° 471234");
        Named(LegalTextKind.MinisterialAnswer, "", "04127", "", "Sénat").ShouldBe("Réponse à la question n° 04127 (Sénat) du 1er mars 2026");
        Named(LegalTextKind.OfficialText, "", "", "", "").ShouldBe("Texte du 1er mars 2026");
    }

    [Fact]
    public void What_is_to_come_is_announced_and_then_holds()
    {
        var text = new LegalText { Slug = "x", Title = "X", InForceOn = Today.AddDays(2) };
        text.IsToComeOn(Today).ShouldBeTrue();
        text.IsToComeOn(Today.AddDays(2)).ShouldBeFalse();
        text.States.Add(new TextState { Standing = TextStanding.Repealed, On = Today.AddDays(9) });
        text.StandingOn(Today).ShouldBe(TextStanding.InForce);
        text.StatesAfter(Today).ShouldHaveSingleItem();
        text.StandingOn(Today.AddDays(9)).ShouldBe(TextStanding.Repealed);
        text.StatesAfter(Today.AddDays(9)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_all_that_became_of_it_the_latest_until_today_holds() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[-20, 20], Gen.Int[0, 1_000]).Array[0, 8].Sample(history =>
        {
            var text = new LegalText { Slug = "x", Title = "X" };
            text.States.AddRange(history.Select(one => new TextState { Standing = (TextStanding)one.Item1, On = Today.AddDays(one.Item2), RecordedAt = Newsroom.Now.UtcDateTime.AddMinutes(one.Item3) }));
            var state = text.StateOn(Today);
            text.States.Where(s => s.On <= Today).ShouldAllBe(s => s.On < state!.On || (s.On == state.On && s.RecordedAt <= state.RecordedAt));
            (state is null).ShouldBe(text.States.TrueForAll(s => s.On > Today));
            (text.History().Count(s => s.On <= Today) + text.StatesAfter(Today).Count()).ShouldBe(text.States.Count);
        });

    [Fact]
    public void Nobody_is_told_before_the_time_to_take_it_back_is_over()
    {
        var now = Newsroom.Now.UtcDateTime;
        new TextState { IsTold = true, RecordedAt = now }.IsToBeTold(now).ShouldBeFalse();
        new TextState { IsTold = true, RecordedAt = now }.IsToBeTold(now + TextState.Grace).ShouldBeTrue();
        new TextState { IsTold = false, RecordedAt = now }.IsToBeTold(now + TextState.Grace).ShouldBeFalse();
        new TextState { IsTold = true, RecordedAt = now, ToldAt = now }.IsToBeTold(now + TextState.Grace).ShouldBeFalse();
    }

    private static string Named(LegalTextKind kind, string nature, string number, string issuer, string chamber)
    {
        var text = new LegalText { Slug = "x", Title = "X", Kind = kind, Nature = nature, Number = number, Issuer = issuer, Chamber = chamber, SignedOn = new DateOnly(2026, 3, 1) };
        text.Name();
        return text.Reference;
    }
}

using Gazetier.Features.Figures;
using Gazetier.Locales;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

public class PeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(null, "2026-11-16", "2026-11-22")]
    [InlineData(7, "2026-11-16", "2026-11-22")]
    [InlineData(30, "2026-10-24", "2026-11-22")]
    [InlineData(90, "2026-08-25", "2026-11-22")]
    [InlineData(1, "2026-11-23", "2026-11-23")]
    [InlineData(0, "2026-11-16", "2026-11-22")]
    [InlineData(-7, "2026-11-16", "2026-11-22")]
    [InlineData(int.MaxValue, "2026-11-16", "2026-11-22")]
    public void Whole_days_end_yesterday(int? days, string from, string to)
    {
        var period = Period.Of(days, Today);

        period.ShouldBe(new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));
        period.Before.Days.ShouldBe(period.Days);
        period.Before.To.ShouldBe(period.From.AddDays(-1));
        period.Each().Count().ShouldBe(period.Days);
    }

    [Theory]
    [InlineData(112, 100, 7, "12 % de plus que les 7 jours d’avant.")]
    [InlineData(88, 100, 30, "12 % de moins que les 30 jours d’avant.")]
    [InlineData(1000, 1000, 7, "Autant que les 7 jours d’avant.")]
    [InlineData(1001, 1000, 7, "Autant que les 7 jours d’avant.")]
    [InlineData(420, 100, 7, "4 fois plus que les 7 jours d’avant.")]
    [InlineData(50, 3, 7, "3 les 7 jours d’avant.")]
    [InlineData(0, 0, 7, "0 les 7 jours d’avant.")]
    [InlineData(0, 100, 7, "100 % de moins que les 7 jours d’avant.")]
    [InlineData(50, 300, 1, "Hier, toute la journée : 300.")]
    public void A_number_is_compared_in_words(long now, long before, int days, string said) =>
        Plain(Compared.Said(new Phrases(Language.French), now, before, days)).ShouldBe(said);

    [Theory]
    [InlineData(34, 34, 7, "Autant que les 7 jours d’avant.")]
    [InlineData(35, 34, 7, "1 point de plus qu’avant.")]
    [InlineData(30, 34, 7, "4 points de moins qu’avant.")]
    [InlineData(30, 34, 1, "Hier, toute la journée : 34 %.")]
    public void The_share_of_the_wall_is_compared_in_points(int now, int before, int days, string said)
    {
        var period = Period.Of(days, Today);
        Plain(Compared.SaidOfStops(new Phrases(Language.French), Stopped(period, now, 100), Stopped(period.Before, before, 100))).ShouldBe(said);
        Plain(Compared.SaidOfStops(new Phrases(Language.French), Stopped(period, now, 100), Stopped(period.Before, 0, 3))).ShouldBe("Trop peu de vues avant pour comparer.");
    }

    private static Audience Stopped(Period period, long stopped, long views) => new(
        period, [new DaySum(period.To, ReadStep.Stopped, "Visitor", stopped), new DaySum(period.To, ReadStep.Read, "Visitor", views - stopped)]);

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}

using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

/// <summary>
/// Nothing leaks (docs/decisions/0038): who may not read a text learns by no question whether a word stands in it. The newspaper with the word and
/// the one without it answer the same, to the byte.
/// </summary>
public class WithheldTests
{
    private const string Secret = "hippocampe";

    private static readonly string[] Questions =
    [
        $"q={Secret}", $"q={Secret}s", "q=hipocampe", $"q=%22eau+{Secret}%22", $"q=syndicat+{Secret}", $"q=eau+-{Secret}", $"q={Secret}+OU+eau", $"q=eau+{Secret}+forages+prix",
        $"q=eau+{Secret}&tri=date", $"q={Secret}&acces=lisible", "q=syndicat", "q=eau", "genre=articles", $"q=titre%3A{Secret}",
    ];

    [Theory]
    [InlineData(Requirement.Subscription, false)]
    [InlineData(Requirement.Subscription, true)]
    [InlineData(Requirement.Registration, false)]
    public async Task What_is_found_how_much_and_in_which_order_does_not_depend_on_what_is_withheld(Requirement access, bool isSignedIn)
    {
        await using var with = await OpenAsync(access, Secret);
        await using var without = await OpenAsync(access, "poisson");
        using var one = isSignedIn ? await with.SignInAsync(Newsroom.Lou) : with.Visitor();
        using var other = isSignedIn ? await without.SignInAsync(Newsroom.Lou) : without.Visitor();
        foreach (var question in Questions)
        {
            var (told, silent) = (await one.GetAsync("/recherche?" + question), await other.GetAsync("/recherche?" + question));
            told.Text("main").ShouldBe(silent.Text("main"), question);
        }

        (await one.GetAsync("/recherche/suggestions?q=hippo")).Body.ShouldBe("[]");
        using var camille = await with.SignInAsync(Newsroom.Camille);
        (await camille.FindAsync($"q={Secret}")).ShouldHaveSingleItem().ShouldBe("Le bassin");
        (await camille.GetAsync($"/recherche?q={Secret}")).Texts(".hits mark").ShouldBe([Secret]);
    }

    /// <summary>How rare a word is weighs what is found: it is counted in no text that whoever asks may not read.</summary>
    [Fact]
    public async Task In_which_order_a_registered_reader_finds_what_they_may_read_depends_on_nothing_for_subscribers()
    {
        await using var with = await OpenMixedAsync(Secret);
        await using var without = await OpenMixedAsync("poisson");
        using var one = await with.SignInAsync(Newsroom.Lou);
        using var other = await without.SignInAsync(Newsroom.Lou);
        foreach (var question in new[] { $"q={Secret}+OU+baleine", $"q=baleine+OU+{Secret}", $"q={Secret}+baleine", $"q={Secret}", $"q=lagune+{Secret}+baleine", $"q={Secret}+OU+baleine&tri=date" })
        {
            var (told, silent) = (await one.GetAsync("/recherche?" + question), await other.GetAsync("/recherche?" + question));
            told.Texts(".hits h3").Count.ShouldBeGreaterThan(0, question);
            told.Text("main").ShouldBe(silent.Text("main"), question);
        }

        (await one.FindAsync($"q={Secret}+OU+baleine")).ShouldBe(["La lagune", "Le large"]);
    }

    /// <summary>Who may read a withheld text is not told that a word of it stands nowhere, and gets nothing that only looks like it.</summary>
    [Fact]
    public async Task Of_a_word_that_only_a_withheld_text_has_others_are_guessed_for_who_may_not_read_it_alone()
    {
        await using var site = await OpenAsync(Requirement.Subscription, "moulage");
        await site.AddArticleAsync("Le roulage des camions", "<p>Ils passent.</p>");
        await site.IndexAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        using var visitor = site.Visitor();
        (await camille.FindAsync("q=moulages")).ShouldBe(["Le bassin"]);
        (await camille.GetAsync("/recherche?q=moulages")).Texts(".notice").ShouldNotContain(said => said.Contains("moulages", StringComparison.Ordinal));
        var guessed = await visitor.GetAsync("/recherche?q=moulages+camions");
        guessed.Texts(".hits h3").ShouldBe(["Le roulage des camions"]);
        guessed.Texts(".notice").Select(said => said.Replace('\u00A0', ' ').Replace('\u202F', ' ')).ShouldContain("« moulages » : résultats pour « roulage ».");
        guessed.Texts(".hits mark").ShouldBe(["roulage", "camions"]);
    }

    [Fact]
    public async Task From_the_moment_that_it_is_open_its_words_are_found_by_all()
    {
        await using var site = await OpenAsync(Requirement.Subscription, Secret, article => article.FreeAt = Newsroom.Now.UtcDateTime.AddHours(3));
        using var visitor = site.Visitor();
        (await visitor.FindAsync($"q={Secret}")).ShouldBeEmpty();
        site.Clock.Advance(TimeSpan.FromHours(4));
        (await visitor.FindAsync($"q={Secret}")).ShouldHaveSingleItem();
    }

    /// <summary>Where no mark cuts a text, the newspaper's share does: what is not open any more is not found any more.</summary>
    [Fact]
    public async Task With_a_smaller_open_share_what_is_withheld_from_then_on_is_not_found()
    {
        await using var site = await Site.OpenAsync();
        await ShareAsync(site, 0.5);
        await site.AddArticleAsync("Le bassin", string.Concat(Enumerable.Repeat("<p>Ce que tous lisent du bassin et de ses abords.</p>", 4)) + $"<p>On y voit un {Secret}.</p>" + string.Concat(Enumerable.Repeat("<p>La suite est longue, et se lit chez soi le soir.</p>", 10)), Requirement.Subscription);
        await site.IndexAsync();
        using var visitor = site.Visitor();
        (await visitor.FindAsync($"q={Secret}")).ShouldHaveSingleItem();
        await ShareAsync(site, 0.1);
        await site.IndexAsync();
        (await visitor.FindAsync($"q={Secret}")).ShouldBeEmpty();
    }

    private static Task ShareAsync(Site site, double share) => site.DoAsync(async db =>
    {
        (await db.Imprint.SingleAsync()).OpenShare = share;
        Gazetier.Changes.ChangeLog.Append(db, site.Now, "imprint.changed", Gazetier.Changes.ChangeLog.Everything);
        await db.SaveChangesAsync();
    });

    /// <summary>Two texts for who is registered, and forty for subscribers that have a word of one of them.</summary>
    private static async Task<Site> OpenMixedAsync(string word)
    {
        var site = await Site.OpenAsync();
        string Body(string one) => $"<p>Ce que tous lisent du bassin.</p><hr class=\"cut\"><p>On y voit un {one}. Il nage.</p>";
        await site.AddArticleAsync("La lagune", Body(Secret), Requirement.Registration);
        // A little longer: where two are equally like, what was written first comes first, and several hands write.
        await site.AddArticleAsync("Le large", Body("baleine") + "<p>Le soir venu, cet animal dort loin du port et de ses bruits.</p>", Requirement.Registration);
        for (var n = 0; n < 40; n++)
        {
            await site.AddArticleAsync($"Le port {n}", Body(word), Requirement.Subscription);
        }

        await site.IndexAsync();
        return site;
    }

    private static async Task<Site> OpenAsync(Requirement access, string word, Action<Article>? with = null)
    {
        var site = await Site.OpenAsync();
        await site.AddArticleAsync("Le bassin", $"<p>Ce que tous lisent du bassin.</p><hr class=\"cut\"><p>On y voit un {word}. Il nage.</p>", access, with: with);
        await site.IndexAsync();
        return site;
    }
}

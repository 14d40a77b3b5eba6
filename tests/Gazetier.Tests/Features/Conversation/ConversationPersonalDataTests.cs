using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation;

/// <summary>L-40, L-41: taken away, made nobody's, forgotten in time.</summary>
public class ConversationPersonalDataTests
{
    [Fact]
    public async Task A_reader_takes_what_they_wrote_away()
    {
        await using var site = await Site.OpenAsync();
        await site.SaidAsync(Newsroom.Camille, "À moi.");
        await site.SaidAsync(Newsroom.Lou, "À une autre.");
        var tables = await site.WithAsync<IEnumerable<IHoldPersonalData>, IReadOnlyList<PersonalTable>>(data =>
            data.OfType<ConversationPersonalData>().Single().ExportAsync(new Person(Newsroom.Camille, "camille@example.org"), CancellationToken.None));
        tables[0].Rows.ShouldHaveSingleItem()[3].ShouldBe("À moi.");
        tables.ShouldAllBe(table => table.Rows.All(row => row.Length == table.Columns.Count));
    }

    [Fact]
    public async Task With_the_account_goes_the_name_and_what_others_answered_stays()
    {
        await using var site = await Site.OpenAsync();
        var mine = await site.SaidAsync(Newsroom.Camille, "Une question.");
        await site.SaidAsync(Newsroom.Camille, "Jamais parue.", c => (c.State, c.PublishedAt) = (CommentState.Waiting, null));
        await site.SaidAsync(Newsroom.Lou, "Une réponse.", c => c.ThreadId = mine.Id);
        await site.GivePasswordAsync(Newsroom.Camille);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good))).Location.ShouldBe("/compte-supprime");
        var left = await site.DoAsync(db => db.Comments.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        left.Select(c => (c.Text, c.Name)).ShouldBe([("Une question.", ConversationPersonalData.NoName), ("Une réponse.", "Anne Rivoal")]);
        left[0].AccountId.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_over_is_forgotten()
    {
        await using var site = await Site.OpenAsync();
        await site.SaidAsync(Newsroom.Lou, "Reste.", c => c.FromAddress = "203.0.113.7");
        await site.SaidAsync(Newsroom.Lou, "S’en va.", c => (c.State, c.ClosedAt) = (CommentState.Refused, c.PostedAt));
        site.Clock.Advance(TimeSpan.FromDays(366));
        await site.WithAsync<ForgetComments, bool>(async forget =>
        {
            await forget.RunAsync(CancellationToken.None);
            return true;
        });
        (await site.NewestAsync()).ShouldSatisfyAllConditions(c => c.Text.ShouldBe("Reste."), c => c.FromAddress.ShouldBeEmpty());
    }
}

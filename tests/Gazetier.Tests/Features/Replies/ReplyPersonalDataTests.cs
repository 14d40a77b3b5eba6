using Gazetier.Features.Accounts;
using Gazetier.Features.Replies;
using Gazetier.Tests.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Replies;

public class ReplyPersonalDataTests
{
    [Fact]
    public async Task A_reader_takes_their_requests_away_and_those_of_nobody_else()
    {
        await using var site = await Site.OpenAsync();
        var mine = await site.AskAsync(("email", "Camille@Example.org"));
        await site.AskAsync(("email", "noe@example.org"));
        var tables = await site.WithAsync<IEnumerable<IHoldPersonalData>, IReadOnlyList<PersonalTable>>(data =>
            data.OfType<ReplyPersonalData>().Single().ExportAsync(new Person(Newsroom.Camille, "camille@example.org"), CancellationToken.None));
        var table = tables.ShouldHaveSingleItem();
        table.Name.ShouldBe("droits-de-reponse");
        table.Rows.ShouldHaveSingleItem()[0].ShouldBe(mine.Number);
        table.Rows[0].Length.ShouldBe(table.Columns.Count);
    }

    [Fact]
    public async Task With_the_account_goes_what_was_decided_and_what_waits_is_answered_first()
    {
        await using var site = await Site.OpenAsync();
        await site.PublishAsync(await site.AskAsync(("email", "camille@example.org")));
        var waiting = await site.AskAsync(("email", "camille@example.org"), ("article", "1"));
        await site.GivePasswordAsync(Newsroom.Camille);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.PostAsync("/mon-compte/supprimer", ("password", AccountSteps.Good))).Location.ShouldBe("/compte-supprime");
        (await site.DoAsync(db => db.ReplyRequests.SingleAsync())).Number.ShouldBe(waiting.Number);
        (await site.DoAsync(db => db.Replies.CountAsync())).ShouldBe(1);
    }
}

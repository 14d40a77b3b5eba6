using System.Data.Common;
using Gazetier.Features.Deliveries;
using Gazetier.Mail.Wire;
using Gazetier.Tests.Features.Digests;
using Gazetier.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries;

/// <summary>R6: whatever the mail server or the database does, each delivery has a state that says so, and all goes on by itself.</summary>
public class MoodsOfServersTests
{
    [Theory]
    [InlineData("greets with a refusal")]
    [InlineData("wants nobody for now")]
    [InlineData("refuses every recipient for now")]
    [InlineData("hangs up in the middle")]
    [InlineData("hangs up instead of answering for the text")]
    [InlineData("offers encryption and breaks it")]
    [InlineData("has no room for the text")]
    public async Task R6_what_a_server_does_today_keeps_nobody_from_their_edition_tomorrow(string mood)
    {
        await using var server = new FakeSmtp();
        await using var site = await OpenAsync(server);
        var recover = Begin(server, mood);
        var first = (await site.IssueAsync()).Posted;
        (first.Sent + first.Failed + first.Dropped + first.Presumed).ShouldBe(0, mood);
        var waiting = await site.DoAsync(db => db.Deliveries.AsNoTracking().ToListAsync());
        waiting.ShouldAllBe(d => d.State == DeliveryState.Waiting && d.ClaimedBy == null && d.ClaimedUntil == null);
        waiting.ShouldContain(d => d.Answer != null && d.Answer.Length > 0, "somebody was told why");

        recover();
        await AllArriveAsync(site, server);
    }

    [Fact]
    public async Task R6_a_server_that_never_answers_is_left_after_a_minute()
    {
        var silence = new TaskCompletionSource();
        await using var server = new FakeSmtp { Silence = silence.Task };
        await using var site = await OpenAsync(server);
        var posting = site.IssueAsync();
        while (!posting.IsCompleted)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(posting, Task.Delay(1));
        }

        (await posting).Posted.Sent.ShouldBe(0);
        (await site.DoAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Waiting))).ShouldBe(3);
        silence.SetResult();
        await AllArriveAsync(site, server);
    }

    [Fact]
    public async Task R6_a_refusal_for_good_is_final_and_says_its_words()
    {
        await using var server = new FakeSmtp { ToRecipient = to => to.StartsWith("noe", StringComparison.Ordinal) ? "550 5.1.1 nobody here" : null };
        await using var site = await OpenAsync(server);
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 2, Failed: 1));
        (await site.DoAsync(db => db.Deliveries.Where(d => d.State == DeliveryState.Failed).Select(d => d.Answer).SingleAsync())).ShouldBe("550 5.1.1 nobody here");
    }

    [Fact]
    public async Task R6_the_database_goes_away_while_mails_leave_and_comes_back()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "SQLite does not go away");
        await using var server = new FakeSmtp();
        await using var site = await OpenAsync(server);
        var connection = await site.DoAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        // While the first mail is in the server's hands, which takes it.
        server.ToMail = _ =>
        {
            server.ToMail = _ => null;
            AllowAsync(connection, isAllowed: false).GetAwaiter().GetResult();
            return null;
        };
        await Should.ThrowAsync<Exception>(() => site.IssueAsync());
        server.Mails.Count.ShouldBeGreaterThan(0);
        await AllowAsync(connection, isAllowed: true);

        await AllArriveAsync(site, server);
    }

    private static Action Begin(FakeSmtp server, string mood)
    {
        switch (mood)
        {
            case "greets with a refusal":
                server.Greeting = "554 5.7.1 no service for you";
                return () => server.Greeting = null;
            case "wants nobody for now":
                server.Greeting = "421 4.3.2 closing";
                return () => server.Greeting = null;
            case "refuses every recipient for now":
                server.ToRecipient = _ => "451 4.7.1 greylisted";
                return () => server.ToRecipient = _ => null;
            case "hangs up in the middle":
                server.HangsUpAlways = true;
                return () => server.HangsUpAlways = false;
            case "hangs up instead of answering for the text":
                server.ToMail = _ => "";
                return () => server.ToMail = _ => null;
            case "has no room for the text":
                server.ToMail = _ => "452 4.3.1 insufficient system storage";
                return () => server.ToMail = _ => null;
            default:
                // It says yes to STARTTLS, as to all that it does not know, and then talks in clear.
                var offers = server.Offers;
                server.Offers = ["STARTTLS", .. offers];
                return () => server.Offers = offers;
        }
    }

    /// <summary>All are sent, each arrived once: what was repeated had not been taken.</summary>
    private static async Task AllArriveAsync(Site site, FakeSmtp server)
    {
        for (var minutes = 0; minutes < 20; minutes += 4)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(4));
            await site.IssueAsync();
        }

        (await site.DoAsync(db => db.Deliveries.Select(d => d.State).ToListAsync())).ShouldBe([DeliveryState.Sent, DeliveryState.Sent, DeliveryState.Sent]);
        server.Mails.Select(mail => mail.To).Order().ShouldBe(["camille@example.org", "lou@example.org", "noe@example.org"]);
    }

    private static async Task<Site> OpenAsync(FakeSmtp server)
    {
        var site = await Site.OpenAsync(
            services => services.Replace(ServiceDescriptor.Singleton<IMailLines, SmtpLines>()), ("Mail:Smtp", server.Address), ("Mail:Connections", "2"));
        await site.FollowAllAsync();
        return site;
    }

    private static async Task AllowAsync(string connection, bool isAllowed)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync();
        await RunAsync(server, $"ALTER DATABASE {name} ALLOW_CONNECTIONS {isAllowed}");
        await RunAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    private static async Task RunAsync(DbConnection server, string sql)
    {
        await using var command = server.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;

namespace Gazetier.Tests.Web;

/// <summary>R6: the database is gone for a while, and comes back.</summary>
public class DatabaseAwayTests
{
    [Fact]
    public async Task Kept_pages_are_read_on_the_others_say_so_and_all_resumes_by_itself()
    {
        var door = new Door();
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IInterceptor>(door));
        using var visitor = site.Visitor();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        var kept = await visitor.GetAsync("/");

        door.IsShut = true;
        (await visitor.GetAsync("/")).Body.ShouldBe(kept.Body);
        await ShouldSaySoAsync(visitor, "/1/l-eau-devient-plus-chere/");
        await ShouldSaySoAsync(camille, "/");
        await ShouldSaySoAsync(camille, "/mon-compte/");
        (await visitor.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        door.IsShut = false;
        (await camille.GetAsync("/mon-compte/")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/1/l-eau-devient-plus-chere/")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_made_without_the_database_is_not_kept()
    {
        var door = new Door();
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IInterceptor>(door));
        using var visitor = site.Visitor();
        door.IsShut = true;
        (await visitor.GetAsync("/aide")).Texts(".sections li").ShouldBeEmpty();

        door.IsShut = false;
        var page = await visitor.GetAsync("/aide");
        page.Text(".masthead .title").ShouldBe("Le Courrier");
        page.Texts(".sections li").ShouldNotBeEmpty();
    }

    private static async Task ShouldSaySoAsync(Browser browser, string path)
    {
        var page = await browser.GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, path);
        page.Text("h1").ShouldBe("Le journal revient dans un instant");
        page.Texts(".masthead .title").ShouldBe(["Le Courrier"]);
        page.Text(".lost strong").Length.ShouldBe(12);
        page.Headers["Retry-After"].ShouldBe("30");
        page.Headers.Keys.ShouldContain("Content-Security-Policy");
    }

    /// <summary>No connection opens while it is shut.</summary>
    private sealed class Door : DbConnectionInterceptor
    {
        public bool IsShut { get; set; }

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            !IsShut ? ValueTask.FromResult(result)
            : connection is SqliteConnection ? throw new SqliteException("unable to open database file", 14)
            : throw new NpgsqlException("Failed to connect", new SocketException());
    }
}

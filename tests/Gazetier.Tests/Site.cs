using System.Net;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Mail;
using Gazetier.Mail.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gazetier.Tests;

/// <summary>
/// The real application on a database of its own, with the cast of <see cref="Newsroom"/>: HTTP in; HTML, database, mail
/// out. Which database is said by GAZETIER_TEST_DATABASE ("sqlite", the default, or a PostgreSQL connection string).
/// </summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    /// <summary>The database is another site's, which disposes of it.</summary>
    private readonly bool _isNode;

    private Site(WebApplication app, TestDatabase database, bool isNode)
    {
        _app = app;
        _database = database;
        _isNode = isNode;
    }

    public FakeTimeProvider Clock => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public IServiceProvider Services => _app.Services;

    /// <summary>The data folder of this site.</summary>
    public string Folder => _database.Folder;

    /// <summary>All mails handed over so far, oldest first.</summary>
    public IReadOnlyList<Email> Mails => _app.Services.GetRequiredService<RecordedMails>().All;

    /// <summary>Starts the application. <paramref name="configure"/> may replace what it registers.</summary>
    public static async Task<Site> OpenAsync(Action<IServiceCollection>? configure = null, params (string Name, string Value)[] settings) =>
        await OpenOnAsync(await TestDatabase.CopyAsync(), configure, settings);

    /// <summary>A newspaper where nothing was published and nobody registered: without the cast.</summary>
    public static Task<Site> OpenEmptyAsync(params (string Name, string Value)[] settings) => OpenEmptyAsync(null, settings);

    /// <summary>The same; <paramref name="configure"/> may replace what it registers.</summary>
    public static async Task<Site> OpenEmptyAsync(Action<IServiceCollection>? configure, params (string Name, string Value)[] settings)
    {
        var database = await TestDatabase.EmptyAsync();
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
        }

        return await OpenOnAsync(database, configure, settings);
    }

    /// <summary>A second node of the same newspaper: on the same database, with a memory of its own. The clock is one.</summary>
    public Task<Site> OpenNodeAsync(Action<IServiceCollection>? configure = null) => OpenOnAsync(
        _database,
        services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            configure?.Invoke(services);
        },
        [],
        isNode: true);

    private static async Task<Site> OpenOnAsync(TestDatabase database, Action<IServiceCollection>? configure, (string Name, string Value)[] settings, bool isNode = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "gazetier",
            EnvironmentName = "Production",
            ContentRootPath = Paths.Sources,
            WebRootPath = Path.Combine(Paths.Sources, "wwwroot"),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Gazetier:Data"] = database.Folder,
            ["Gazetier:Database"] = database.Connection,
            ["Gazetier:Url"] = "http://localhost",
            ["Gazetier:Mail:From"] = "Le Courrier <lettres@courrier.example>",
            ["Gazetier:Role"] = "web",
            ["Gazetier:AskLinks"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Gazetier:" + s.Name, (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.AddGazetier();
        builder.WebHost.UseTestServer();
        SharedPages.Register(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Newsroom.Now)));
        builder.Services.AddSingleton<RecordedMails>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IMailTransport>(provider => provider.GetRequiredService<RecordedMails>()));
        builder.Services.Replace(ServiceDescriptor.Singleton<IMailLines>(provider => provider.GetRequiredService<RecordedMails>()));
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseGazetier();
        await app.StartAsync();
        return new Site(app, database, isNode);
    }

    /// <summary>A browser that nobody signed in with, without JavaScript, that follows no redirect.</summary>
    public Browser Visitor() => new(_app.GetTestServer().CreateHandler());

    /// <summary>A browser signed in as one of the cast, a moment ago and by the best of proofs: nothing is asked again.</summary>
    /// <param name="proof">Another, or none: a half session.</param>
    public async Task<Browser> SignInAsync(Guid accountId, Proof? proof = Proof.Passkey)
    {
        var token = SessionCookie.NewToken();
        await DoAsync(async db =>
        {
            db.Sessions.Add(new Session
            {
                TokenHash = SessionCookie.Hash(token),
                AccountId = accountId,
                CreatedAt = Now,
                LastSeenAt = Now,
                ExpiresAt = Now + SessionCookie.Lifetime,
                Device = "Test",
                Proof = proof,
                ProvenAt = proof is null ? null : Now,
            });
            await db.SaveChangesAsync();
        });
        var browser = Visitor();
        browser.Cookies.Add(new Cookie(_app.Services.GetRequiredService<SessionCookie>().Name, token, "/", "localhost"));
        return browser;
    }

    /// <summary>Looks into the database, or changes it.</summary>
    public async Task<T> DoAsync<T>(Func<GazetierDb, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<GazetierDb>());
    }

    /// <inheritdoc cref="DoAsync{T}"/>
    public Task DoAsync(Func<GazetierDb, Task> work) => DoAsync(async db =>
    {
        await work(db);
        return true;
    });

    /// <summary>Runs <paramref name="work"/> with a service of a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Lets the node read the change log to its end, now.</summary>
    public Task FollowChangesAsync() => _app.Services.GetRequiredService<ChangeFollower>().CatchUpAsync(CancellationToken.None);

    /// <summary>Posts everything that is owed in the outbox.</summary>
    public async Task PostOutboxAsync()
    {
        while (await WithAsync<PostOutbox, int>(post => post.RunAsync(CancellationToken.None)) > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_isNode)
        {
            await _database.DisposeAsync();
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Gazetier.Data;
using Gazetier.Features.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gazetier.BrowserTests;

/// <summary>The newspaper on a real port of this machine, with the demonstration in it, posting to <see cref="Sink"/>.</summary>
public sealed class LiveSite : IAsyncDisposable
{
    /// <summary>Made once: it takes longer than most walks.</summary>
    private static readonly Lazy<Task<string>> Demo = new(MakeDemoAsync);

    private readonly string _folder;
    private readonly (string Name, string Value)[] _settings;
    private WebApplication _app;

    private LiveSite(WebApplication app, AdvancedClock clock, MailSink sink, string folder, string url, (string Name, string Value)[] settings)
    {
        _app = app;
        Clock = clock;
        _folder = folder;
        Sink = sink;
        Url = url;
        _settings = settings;
    }

    public MailSink Sink { get; }

    public string Url { get; }

    public string Folder => _folder;

    /// <summary>The newspaper's: the machine's, until a walk sets it forward.</summary>
    public AdvancedClock Clock { get; }

    public static async Task<LiveSite> OpenAsync(bool withDemo = true, params (string Name, string Value)[] settings)
    {
        var sink = MailSink.Open();
        var folder = Directory.CreateTempSubdirectory("gazetier-browser-").FullName;
        var url = $"http://127.0.0.1:{FreePort()}";
        var clock = new AdvancedClock();
        if (withDemo)
        {
            Copy(await Demo.Value, folder);
        }

        var app = Build(url, folder, sink.Port, clock, settings);
        await app.Services.MigrateAsync();
        await app.StartAsync();
        return new LiveSite(app, clock, sink, folder, url, settings);
    }

    /// <summary>The server is gone in the midst of what it does: connections break, nobody answers at its port.</summary>
    public async Task KillAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    /// <summary>After <see cref="KillAsync"/>: the same newspaper, at the same port, from the same folder.</summary>
    public Task StartAgainAsync()
    {
        _app = Build(Url, _folder, Sink.Port, Clock, _settings);
        return _app.StartAsync();
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Sink.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A picture that was being made when the site stopped is written to its end: the folder is one of /tmp.
        }
    }

    private static async Task<string> MakeDemoAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gazetier-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using (var app = Build("http://127.0.0.1:1", folder, smtp: 1, new AdvancedClock(), []))
        {
            await app.Services.MigrateAsync();
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MakeDemo>().RunAsync(null, CancellationToken.None);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static WebApplication Build(string url, string folder, int smtp, TimeProvider clock, (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "gazetier",
            EnvironmentName = "Production",
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(Tests.Paths.Sources, "wwwroot"),
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Gazetier:Data"] = folder,
            ["Gazetier:Url"] = url,
            ["Gazetier:AskLinks"] = "false",
            ["Gazetier:Mail:Smtp"] = $"smtp://127.0.0.1:{smtp}",
            ["Gazetier:Mail:From"] = "L’Échelon <lettres@echelon.example>",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Gazetier:" + s.Name, (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.AddGazetier();
        builder.Services.AddSingleton(clock);
        var app = builder.Build();
        app.UseGazetier();
        return app;
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

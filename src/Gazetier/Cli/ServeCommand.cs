using System.CommandLine;
using Gazetier.Data;
using Gazetier.Features.Demo;

namespace Gazetier.Cli;

/// <summary><c>serve</c>: the server.</summary>
public static class ServeCommand
{
    public static Command Make()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://localhost:8080" };
        urls.Validators.Add(result =>
        {
            foreach (var wrong in result.Tokens.SelectMany(token => token.Value.Split(';')).Where(url => !CanListen(url)))
            {
                result.AddError($"--urls '{wrong}' is no address to listen on. Example: --urls http://localhost:8080");
            }
        });
        var role = new Option<string?>("--role") { Description = "all (default), web, or worker." };
        var demo = new Option<bool>("--demo") { Description = "Fills an empty data folder with the demonstration newspaper first." };
        var command = new Command("serve", "Serves the newspaper.") { urls, role, demo };
        command.SetAction((parsed, cancel) =>
            ServeAsync(parsed.GetValue(urls)!, parsed.GetValue(role), parsed.GetValue(demo), cancel));
        return command;
    }

    /// <summary>What nobody set and can be known: on one's own machine links lead to where the newspaper is read.</summary>
    internal static void Assume(IConfiguration settings, string urls, bool withDemo)
    {
        if (settings["Gazetier:Url"] is null && Uri.TryCreate(urls.Split(';')[0], UriKind.Absolute, out var first) && first.IsLoopback)
        {
            settings["Gazetier:Url"] = first.GetLeftPart(UriPartial.Authority);
        }

        // Only where mails stay on this machine: nobody posts under the demonstration's name.
        if (withDemo && settings["Gazetier:Mail:From"] is null && settings["Gazetier:Mail:Smtp"] is null)
        {
            settings["Gazetier:Mail:From"] = "L’Échelon <lettres@echelon.example>";
        }
    }

    private static bool CanListen(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static async Task<int> ServeAsync(string urls, string? role, bool withDemo, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        Assume(builder.Configuration, urls, withDemo);
        if (role is not null)
        {
            builder.Configuration["Gazetier:Role"] = role;
        }

        return await Running.AndSayWhatIsWrongAsync(async () =>
        {
            builder.AddGazetier();
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
            builder.Logging.AddFilter("Quartz", LogLevel.Warning);
            // Says nothing that Kestrel and Incidents do not say, and makes an activity and a scope for each request: 1 KB.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
            await using var app = builder.Build();
            app.UseGazetier();
            await app.Services.MigrateAsync(cancel);
            if (withDemo)
            {
                await OpenDemoAsync(app.Services, cancel);
            }

            await app.StartAsync(cancel);
            Console.WriteLine();
            Console.WriteLine($"Le journal est ouvert : {string.Join(' ', app.Urls)}");
            if (withDemo)
            {
                await DemoCommand.SayAccountsAsync(app.Services, app.Urls.First());
            }

            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
    }

    private static async Task OpenDemoAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await Running.InScopeAsync<MakeDemo, bool>(services, make => make.IsEmptyAsync(cancel)))
        {
            await DemoCommand.MakeAsync(services, cancel);
            return;
        }

        await Running.InScopeAsync<MakeDemoArticles, bool>(services, async articles =>
        {
            await articles.RefreshAsync(cancel);
            return true;
        });
    }
}

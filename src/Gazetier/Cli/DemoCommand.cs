using System.CommandLine;
using Gazetier.Features.Demo;
using Spectre.Console;

namespace Gazetier.Cli;

/// <summary><c>demo</c>: the demonstration newspaper, into an empty data folder (what <c>./run</c> does on first use).</summary>
public static class DemoCommand
{
    public static Command Make()
    {
        var command = new Command("demo", "Makes the demonstration newspaper in an empty data folder.");
        command.SetAction((_, cancel) => Running.OnNewspaperAsync(
            async services =>
            {
                if (!await Running.InScopeAsync<MakeDemo, bool>(services, make => make.IsEmptyAsync(cancel)))
                {
                    await Console.Error.WriteLineAsync("Il y a déjà un journal dans ce dossier de données : la démonstration n’y touche pas.");
                    return Running.NothingDone;
                }

                await MakeAsync(services, cancel);
                return 0;
            },
            cancel));
        return command;
    }

    public static Task<int> MakeAsync(IServiceProvider services, CancellationToken cancel) =>
        AnsiConsole.Progress().StartAsync(async bar =>
        {
            var task = bar.AddTask("Le journal de démonstration", maxValue: DemoFiles.Articles().Count());
            var progress = new Progress<int>(made => task.Value = made);
            return await Running.InScopeAsync<MakeDemo, int>(services, make => make.RunAsync(progress, cancel));
        });

    /// <summary>Says who can sign in, and where mails are shown.</summary>
    public static async Task SayAccountsAsync(IServiceProvider services, string url)
    {
        var accounts = await Running.InScopeAsync<MakeDemo, IReadOnlyList<DemoAccount>>(services, make => make.AccountsAsync(default));
        foreach (var account in accounts)
        {
            var who = account.Role is not null ? "rédaction" : account.Subscribed is not null ? "abonnée" : "inscrit";
            Console.WriteLine($"  {who,-10} {account.Email,-26} mot de passe : {account.Password}");
        }

        Console.WriteLine($"  Les mails sont montrés à {url}/dev/mail");
        Console.WriteLine("  Ctrl+C arrête le serveur.");
    }
}

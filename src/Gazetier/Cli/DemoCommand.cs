using System.CommandLine;
using Gazetier.Features.Accounts;
using Gazetier.Features.Demo;
using Gazetier.Locales;
using Gazetier.Web;
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

    /// <summary>With a bar where somebody looks on; in a file or a pipe it would be a lone "0%".</summary>
    public static Task<int> MakeAsync(IServiceProvider services, CancellationToken cancel) =>
        AnsiConsole.Profile.Out.IsTerminal
            ? AnsiConsole.Progress().StartAsync(bar =>
            {
                var task = bar.AddTask("Le journal de démonstration", maxValue: DemoFiles.Articles().Count());
                return MakeAsync(services, new Progress<int>(made => task.Value = made), cancel);
            })
            : MakeAsync(services, null, cancel);

    private static Task<int> MakeAsync(IServiceProvider services, IProgress<int>? progress, CancellationToken cancel) =>
        Running.InScopeAsync<MakeDemo, int>(services, make => make.RunAsync(progress, cancel));

    /// <summary>Says who can sign in, and where mails are shown.</summary>
    public static async Task SayAccountsAsync(IServiceProvider services, string url)
    {
        var accounts = await Running.InScopeAsync<MakeDemo, IReadOnlyList<DemoAccount>>(services, make => make.AccountsAsync(default));
        foreach (var account in accounts)
        {
            Console.WriteLine($"  {Who(account),-26} {account.Email,-32} mot de passe : {account.Password}");
        }

        Console.WriteLine($"  La rédaction et l’espace des organismes ({url}/organisation/) demandent un code après le mot de passe : il est montré à {url}/dev/mail");
        Console.WriteLine($"  Les mails aussi sont montrés à {url}/dev/mail");
        Console.WriteLine("  Ctrl+C arrête le serveur.");
    }

    private static string Who(DemoAccount account) =>
        account.Role is not null ? StaffRoleNames.Of(Enum.Parse<StaffRole>(account.Role), new Phrases(Language.French))
        : account.Steward.Count > 0 ? "Gestionnaire d’organisme"
        : account.Seat is not null ? "Agent d’un organisme"
        : account.Subscribed is not null ? "Abonnée"
        : "Inscrit";
}

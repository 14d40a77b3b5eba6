using System.CommandLine;

namespace Gazetier.Cli;

/// <summary><c>migrate</c>: brings the database up to date, as <c>serve</c> does when it starts.</summary>
public static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Brings the database up to date.");
        command.SetAction((_, cancel) => Running.OnNewspaperAsync(
            _ =>
            {
                Console.WriteLine("The database is up to date.");
                return Task.FromResult(0);
            },
            cancel));
        return command;
    }
}

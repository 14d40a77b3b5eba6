using System.CommandLine;
using Gazetier.Mail.Dkim;

namespace Gazetier.Cli;

/// <summary><c>dkim</c>: makes the keys of the settings' selectors where there are none, and prints the records to set.</summary>
public static class DkimCommand
{
    public static Command Make()
    {
        var command = new Command("dkim", "Makes the keys that sign mails, where there are none, and prints the records to set.");
        command.SetAction((_, _) => Running.OnNewspaperAsItIsAsync(services => Task.FromResult(Print(services.GetRequiredService<DkimKeys>()))));
        return command;
    }

    private static int Print(DkimKeys keys)
    {
        if (keys.Selectors.Count == 0)
        {
            Console.Error.WriteLine("No selector is set. Example: Gazetier__Mail__Dkim__Selector='gazetier2026'");
            return Running.NothingDone;
        }

        foreach (var selector in keys.Selectors)
        {
            var key = keys.FindOrMake(selector);
            Console.WriteLine($"key:    {keys.FileOf(selector)}");
            Console.WriteLine($"record: {selector}._domainkey.{keys.Domain}. TXT \"{key.Record}\"");
        }

        return 0;
    }
}

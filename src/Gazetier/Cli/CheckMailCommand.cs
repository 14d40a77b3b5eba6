using System.CommandLine;
using Gazetier.Features.SenderHealth;
using Gazetier.Locales;
using Gazetier.Web;

namespace Gazetier.Cli;

/// <summary><c>check mail</c>: what a receiver sees of the sender's domain, and the records to set (E-08).</summary>
public static class CheckMailCommand
{
    public static Command Make()
    {
        var command = new Command("mail", "Inspects SPF, DKIM, DMARC, PTR, MX and TLS of the sender's domain, and prints the records to set.");
        command.SetAction((_, cancel) => Running.OnNewspaperAsItIsAsync(services => Running.InScopeAsync<InspectSender, int>(services, inspect => PrintAsync(inspect, cancel))));
        return command;
    }

    private static async Task<int> PrintAsync(InspectSender inspect, CancellationToken cancel)
    {
        var found = await inspect.RunAsync(new Phrases(Language.English), cancel);
        Console.WriteLine($"Mails come from {inspect.Domain}.");
        foreach (var finding in found)
        {
            Console.WriteLine($"{Word(finding.Level)} {finding.About}: {finding.Said}");
            if (finding.Record is { } record)
            {
                Console.WriteLine($"        {record}");
            }
        }

        var wrong = found.Count(finding => finding.Level == FindingLevel.Wrong);
        Console.WriteLine(wrong == 0 ? "Nothing is wrong." : $"{wrong} wrong.");
        return wrong == 0 ? 0 : 1;
    }

    private static string Word(FindingLevel level) => level switch
    {
        FindingLevel.Good => "good:  ",
        FindingLevel.Advice => "advice:",
        FindingLevel.Wrong => "wrong: ",
        _ => "unseen:",
    };
}

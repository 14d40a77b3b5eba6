using System.CommandLine;
using System.Globalization;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Spectre.Console;

namespace Gazetier.Cli;

/// <summary><c>issue digest</c>: composes and posts what is due now, and says how many and how fast.</summary>
public static class IssueCommand
{
    public static Command Make()
    {
        var list = new Argument<string>("LIST") { Description = "What to post: digest." };
        list.AcceptOnlyFromAmong("digest");
        var at = new Option<string?>("--at") { Description = "What is due at this ISO time instead of now." };
        var dry = new Option<bool>("--dry-run") { Description = "Counts what would be posted; writes and posts nothing." };
        var command = new Command("issue", "Composes and posts what is due.") { list, at, dry };
        command.SetAction((parsed, cancel) => IssueAsync(parsed.GetValue(at), parsed.GetValue(dry), cancel));
        return command;
    }

    private static async Task<int> IssueAsync(string? at, bool isDryRun, CancellationToken cancel)
    {
        DateTime? due = null;
        if (at is not null)
        {
            if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                await Console.Error.WriteLineAsync($"--at '{at}' is not an ISO time. Example: --at 2026-11-23T06:00Z");
                return Running.NothingDone;
            }

            due = time.UtcDateTime;
        }

        return await Running.OnNewspaperAsync(services => Running.InScopeAsync<IssueDigests, int>(services, issue => PostAsync(issue, due, isDryRun, cancel)), cancel);
    }

    private static async Task<int> PostAsync(IssueDigests issue, DateTime? due, bool isDryRun, CancellationToken cancel)
    {
        var report = await AnsiConsole.Status().StartAsync("Composing", status =>
        {
            var progress = new Progress<Posted>(posted => status.Status($"Posting: {posted.Sent} sent"));
            return issue.RunAsync(due, isDryRun, progress, cancel);
        });
        Console.WriteLine($"due:      {report.Composed.Due} readers");
        Console.WriteLine($"{(isDryRun ? "would compose:" : "composed:")} {report.Composed.Written} editions; nothing new for the others");
        if (!isDryRun)
        {
            Console.WriteLine($"posted:   {report.Posted.Sent} sent, {report.Posted.PutOff} put off, {report.Posted.Failed} failed, {report.Posted.Dropped} dropped");
            Console.WriteLine($"speed:    {report.PerSecond:F0} mails a second ({report.Composing.TotalSeconds:F1} s composing, {report.Posting.TotalSeconds:F1} s posting)");
        }

        return report.Posted.Failed == 0 ? 0 : 1;
    }
}

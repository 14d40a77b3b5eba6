using System.CommandLine;
using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Features.Newsletters;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Gazetier.Cli;

/// <summary><c>issue digest</c>, <c>issue newsletter SLUG</c>: composes and posts what is due now, and says how many and how fast.</summary>
public static class IssueCommand
{
    public static Command Make()
    {
        var list = new Argument<string>("LIST") { Description = "What to post: digest, or newsletter." };
        list.AcceptOnlyFromAmong("digest", "newsletter");
        var slug = new Argument<string?>("SLUG") { Description = "Which newsletter; without: all that are due.", Arity = ArgumentArity.ZeroOrOne };
        var at = new Option<string?>("--at") { Description = "What is due at this ISO time instead of now." };
        var dry = new Option<bool>("--dry-run") { Description = "Counts what would be posted; writes and posts nothing." };
        var command = new Command("issue", "Composes and posts what is due.") { list, slug, at, dry };
        command.SetAction((parsed, cancel) => IssueAsync(parsed.GetValue(list)!, parsed.GetValue(slug), parsed.GetValue(at), parsed.GetValue(dry), cancel));
        return command;
    }

    private static async Task<int> IssueAsync(string list, string? slug, string? at, bool isDryRun, CancellationToken cancel)
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

        return await Running.OnNewspaperAsync(
            services => list == "newsletter"
                ? PostNewslettersAsync(services, slug, due, isDryRun, cancel)
                : Running.InScopeAsync<IssueDigests, int>(services, issue => PostAsync(issue, due, isDryRun, cancel)),
            cancel);
    }

    private static async Task<int> PostNewslettersAsync(IServiceProvider services, string? slug, DateTime? due, bool isDryRun, CancellationToken cancel)
    {
        if (slug is not null && !await Running.InScopeAsync<GazetierDb, bool>(services, db => db.Newsletters.AnyAsync(n => n.Slug == slug, cancel)))
        {
            await Console.Error.WriteLineAsync($"There is no newsletter '{slug}'. Its name is the last part of its address, /lettres/NAME/.");
            return Running.NothingDone;
        }

        var report = await Running.InScopeAsync<PostNewsletters, NewsletterReport>(services, post => AnsiConsole.Status().StartAsync("Composing", status =>
        {
            var progress = new Progress<Posted>(posted => status.Status($"Posting: {posted.Sent} sent"));
            return post.RunAsync(due, slug, isDryRun, progress, cancel);
        }));
        Console.WriteLine($"due:      {report.Written.Issues} issues");
        Console.WriteLine($"{(isDryRun ? "would compose:" : "composed:")} {report.Written.Deliveries} mails");
        if (!isDryRun)
        {
            Say(report.Posted, report.PerSecond, report.Composing, report.Posting);
        }

        return report.Posted.Failed == 0 ? 0 : 1;
    }

    private static void Say(Posted posted, double perSecond, TimeSpan composing, TimeSpan posting)
    {
        Console.WriteLine($"posted:   {posted.Sent} sent, {posted.PutOff} put off, {posted.Failed} failed, {posted.Dropped} dropped");
        Console.WriteLine($"speed:    {perSecond:F0} mails a second ({composing.TotalSeconds:F1} s composing, {posting.TotalSeconds:F1} s posting)");
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
            Say(report.Posted, report.PerSecond, report.Composing, report.Posting);
        }

        return report.Posted.Failed == 0 ? 0 : 1;
    }
}

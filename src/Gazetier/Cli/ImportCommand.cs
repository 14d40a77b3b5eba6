using System.CommandLine;
using Gazetier.Features.Access;
using Gazetier.Features.Imports;
using Spectre.Console;

namespace Gazetier.Cli;

/// <summary><c>import articles FILE</c>: JSON Lines, one article a line (docs/running/import.md).</summary>
public static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "JSON Lines; pictures lie relative to it." };
        var access = new Option<string>("--access") { Description = "What an article asks where its line does not say: subscribers, registered or free.", DefaultValueFactory = _ => "subscribers" };
        access.AcceptOnlyFromAmong("subscribers", "registered", "free");
        var dry = new Option<bool>("--dry-run") { Description = "Reads and reports; writes nothing." };
        var articles = new Command("articles", "Imports articles from JSON Lines.") { file, access, dry };
        articles.SetAction((parsed, cancel) => ImportAsync(parsed.GetValue(file)!, parsed.GetValue(access)!, parsed.GetValue(dry), cancel));
        return new Command("import", "Brings a newspaper in.") { articles };
    }

    private static async Task<int> ImportAsync(FileInfo file, string access, bool isDryRun, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"{file.FullName} {(Directory.Exists(file.FullName) ? "is a folder" : "does not exist")}.");
            return Running.NothingDone;
        }

        var asked = access switch { "free" => Requirement.None, "registered" => Requirement.Registration, _ => Requirement.Subscription };
        return await Running.OnNewspaperAsync(
            async services =>
            {
                var report = await Running.InScopeAsync<ImportArticles, ImportReport>(
                    services,
                    import => AnsiConsole.Progress().StartAsync(bar => RunAsync(import, bar, file, new ImportOptions(asked, isDryRun), cancel)));
                Say(report, isDryRun);
                return report.ExitCode;
            },
            cancel);
    }

    private static Task<ImportReport> RunAsync(ImportArticles import, ProgressContext bar, FileInfo file, ImportOptions options, CancellationToken cancel)
    {
        var task = bar.AddTask(Markup.Escape(file.Name), maxValue: Math.Max(1, file.Length));
        var progress = new Progress<ImportProgress>(come => task.Value = come.BytesRead);
        return import.RunAsync(file.FullName, options, progress, cancel);
    }

    private static void Say(ImportReport report, bool isDryRun)
    {
        foreach (var warning in report.Warnings)
        {
            Console.WriteLine($"line {warning.Line}: {warning.Reason}");
        }

        foreach (var skipped in report.Skipped)
        {
            Console.WriteLine($"line {skipped.Line} skipped: {skipped.Reason}");
        }

        Console.WriteLine($"{(isDryRun ? "would be " : "")}created {report.Created}, updated {report.Updated}, unchanged {report.Unchanged}, skipped {report.Skipped.Count}");
        Console.WriteLine($"{(isDryRun ? "would make" : "made")}: {report.SectionsMade} sections, {report.ThemesMade} themes, {report.DossiersMade} dossiers, {report.AuthorsMade} authors, {report.PicturesMade} pictures");
    }
}

using System.CommandLine;
using System.Diagnostics;
using Gazetier.Features.Generate;
using Spectre.Console;

namespace Gazetier.Cli;

/// <summary><c>generate --articles N --readers N [--seed S]</c>: a large load, the same for the same seed, for tests and measures.</summary>
public static class GenerateCommand
{
    public static Command Make()
    {
        var articles = new Option<int>("--articles") { Description = "How many articles, over six years." };
        var readers = new Option<int>("--readers") { Description = "How many readers, each with themes and an edition that is due now." };
        var seed = new Option<long>("--seed") { Description = "The same seed makes the same load.", DefaultValueFactory = _ => 1 };
        var command = new Command("generate", "Adds a large load, for tests and measures. Not for a newspaper that people read.") { articles, readers, seed };
        command.SetAction((parsed, cancel) => Running.OnNewspaperAsync(
            services => Running.InScopeAsync<GenerateLoad, int>(
                services,
                load => GenerateAsync(load, Math.Max(0, parsed.GetValue(articles)), Math.Max(0, parsed.GetValue(readers)), parsed.GetValue(seed), cancel)),
            cancel));
        return command;
    }

    private static async Task<int> GenerateAsync(GenerateLoad load, int articles, int readers, long seed, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var rows = await AnsiConsole.Progress().HideCompleted(false).StartAsync(context =>
        {
            var written = context.AddTask("articles", maxValue: Math.Max(1, articles));
            var signedUp = context.AddTask("readers", maxValue: Math.Max(1, readers));
            return load.RunAsync(articles, readers, seed, new Bars(written, signedUp), cancel);
        });
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"{articles} articles and {readers} readers: {rows} rows in {seconds:F1} s, {rows / seconds:F0} a second.");
        return 0;
    }

    private sealed class Bars(ProgressTask articles, ProgressTask readers) : IProgress<(int Articles, int Readers)>
    {
        public void Report((int Articles, int Readers) value)
        {
            articles.Value = value.Articles;
            readers.Value = value.Readers;
        }
    }
}

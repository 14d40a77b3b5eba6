using System.CommandLine;
using Gazetier.Features.Access;

namespace Gazetier.Cli;

/// <summary><c>explain READER ARTICLE</c>: the access decision and its reason, in a sentence.</summary>
public static class ExplainCommand
{
    public static Command Make()
    {
        var reader = new Argument<string>("READER") { Description = "A mail address, or '-' for a visitor without an account." };
        var article = new Argument<long>("ARTICLE") { Description = "The article's number." };
        var command = new Command("explain", "Says whether a reader may read an article, and why.") { reader, article };
        command.SetAction((parsed, cancel) => Running.OnNewspaperAsync(
            services => Running.InScopeAsync<Explain, int>(services, async explain =>
            {
                Console.WriteLine(await explain.RunAsync(parsed.GetValue(reader)!, parsed.GetValue(article), cancel));
                return 0;
            }),
            cancel));
        return command;
    }
}

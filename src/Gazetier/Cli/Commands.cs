using System.CommandLine;

namespace Gazetier.Cli;

/// <summary>The command line: every verb named once (docs: <c>bin/gazetier --help</c>).</summary>
public static class Commands
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Gazetier: a subscription newspaper in one program.");
        Command[] verbs =
        [
            ServeCommand.Make(),
            DemoCommand.Make(),
            MigrateCommand.Make(),
            CheckCommand.Make(),
            DkimCommand.Make(),
            ExplainCommand.Make(),
            ImportCommand.Make(),
            IssueCommand.Make(),
            PeopleCommands.Staff(),
            PeopleCommands.Reader(),
            GenerateCommand.Make(),
        ];
        foreach (var verb in verbs)
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }
}

using System.Diagnostics;
using Shouldly;

namespace Gazetier.Tests.Cli;

/// <summary>The program itself, in a process and a data folder of its own.</summary>
public sealed class CommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gazetier-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("import", "wordpres", "journal.xml")]
    [InlineData("import", "articles", "journal.jsonl", "--access", "gold")]
    [InlineData("serve", "--urls", "8080")]
    [InlineData("issue", "digest", "--at", "demain")]
    public async Task What_is_not_understood_does_nothing_and_ends_with_2(params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments);

        code.ShouldBe(2, said);
        said.ShouldNotContain("   at ");
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("check", "Gazetier__Database", "Host=127.0.0.1;Port=1;Database=gazetier", "The database does not answer: ")]
    [InlineData("migrate", "Gazetier__Database", "Data Source=/nulle-part/gazetier.db", "The database does not answer: ")]
    [InlineData("check", "Gazetier__Data", "/dev/null/data", "Gazetier__Data ('/dev/null/data') is no folder that can be written to")]
    public async Task A_database_or_a_folder_that_cannot_be_reached_is_said_in_a_sentence(string verb, string setting, string value, string expected)
    {
        var (code, said) = await RunAsync([verb], (setting, value));

        code.ShouldBe(2, said);
        said.ShouldStartWith(expected);
        said.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task Check_names_what_is_not_migrated_and_migrates_nothing()
    {
        (await RunAsync(["check"])).Code.ShouldBe(1);
        var (code, said) = await RunAsync(["check"]);
        code.ShouldBe(1);
        said.ShouldContain("_First is not applied: gazetier migrate");

        (await RunAsync(["migrate"])).Code.ShouldBe(0);
        (await RunAsync(["check"])).ShouldBe((0, "note: there is no search index here yet; the newspaper makes it when it starts\nSettings, database, pictures, search and mail are in order.\n"));
    }

    [Fact]
    public async Task A_dry_run_of_the_editions_says_how_many_in_words()
    {
        var (code, said) = await RunAsync(["issue", "digest", "--dry-run"]);

        code.ShouldBe(0, said);
        said.ShouldContain("due:      0 readers\nwould compose: 0 editions");
    }

    private async Task<(int Code, string Said)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gazetier.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings.Prepend(("Gazetier__Data", _folder)))
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, await output + await errors);
    }
}

using System.Diagnostics;
using Gazetier.Changes;
using Gazetier.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gazetier.Bench;

/// <summary>A generated newspaper in a folder of its own: made once, kept for the next run.</summary>
internal sealed class Newspaper
{
    private Newspaper(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<Newspaper> OfAsync(Setting setting, int articles, int readers, CancellationToken cancel)
    {
        var folder = Path.Combine(setting.Folder, $"{articles}-{readers}");
        var made = Path.Combine(folder, ".made");
        if (!File.Exists(made))
        {
            await GenerateAsync(folder, articles, readers, cancel);
            await File.WriteAllTextAsync(made, "", cancel);
        }

        return new Newspaper(folder);
    }

    /// <summary>One whose rows somebody else writes.</summary>
    public static Newspaper In(string folder) => new(folder);

    /// <summary>Its database in another folder, for what may happen to a newspaper only once. The caller deletes the folder.</summary>
    public Newspaper Copy(string suffix)
    {
        var copy = new Newspaper(Folder + suffix);
        Directory.CreateDirectory(copy.Folder);
        foreach (var file in Directory.EnumerateFiles(Folder, "gazetier.db*"))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)), overwrite: true);
        }

        return copy;
    }

    /// <summary>Reads or writes the newspaper's database by the newspaper's own code.</summary>
    public Task<T> AskAsync<T>(Func<GazetierDb, Task<T>> ask) => ServeAsync(async services =>
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<GazetierDb>());
    });

    /// <summary>With all that the newspaper registers, while nothing of it runs by itself.</summary>
    public async Task<T> ServeAsync<T>(Func<IServiceProvider, Task<T>> ask)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Gazetier:Data", Folder)]);
        builder.Logging.ClearProviders();
        builder.AddGazetier();
        using var host = builder.Build();
        await host.Services.MigrateAsync();
        return await ask(host.Services);
    }

    /// <summary>Lets every node forget every page it keeps, as a change of the masthead would.</summary>
    public Task ForgetPagesAsync(CancellationToken cancel) => AskAsync(db =>
    {
        db.Append(TimeProvider.System.GetUtcNow().UtcDateTime, "bench", ChangeLog.Everything);
        return db.SaveChangesAsync(cancel);
    });

    private static async Task GenerateAsync(string folder, int articles, int readers, CancellationToken cancel)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var start = new ProcessStartInfo(Root.Program, ["generate", "--articles", $"{articles}", "--readers", $"{readers}"]);
        start.Environment["Gazetier__Data"] = folder;
        using var generate = Process.Start(start)!;
        await generate.WaitForExitAsync(cancel);
        if (generate.ExitCode != 0)
        {
            throw new InvalidOperationException("gazetier generate failed.");
        }
    }
}

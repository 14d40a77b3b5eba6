using Gazetier.Data;
using Microsoft.Extensions.Options;

namespace Gazetier.Cli;

/// <summary>What the commands share: a host without the server, and errors said in a sentence.</summary>
public static class Running
{
    /// <summary>Exit code of a command that did nothing.</summary>
    public const int NothingDone = 2;

    /// <summary>Runs <paramref name="work"/>; a wrong setting is said with its name, and ends with 2.</summary>
    public static async Task<int> AndSayWhatIsWrongAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            return NothingDone;
        }
        catch (Exception problem) when (DatabaseAway.IsCauseOf(problem))
        {
            await Console.Error.WriteLineAsync($"The database does not answer: {problem.GetBaseException().Message} Is Gazetier__Database right?");
            return NothingDone;
        }
        catch (IOException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return NothingDone;
        }
    }

    /// <summary>Runs <paramref name="work"/> on the newspaper without serving it; the database is brought up to date first.</summary>
    public static Task<int> OnNewspaperAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancel) =>
        OnNewspaperAsItIsAsync(
            async services =>
            {
                await services.MigrateAsync(cancel);
                return await work(services);
            });

    /// <summary>The same, and the database is left as it was found.</summary>
    public static Task<int> OnNewspaperAsItIsAsync(Func<IServiceProvider, Task<int>> work) =>
        AndSayWhatIsWrongAsync(async () =>
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
            // A database that is away is said in a sentence, above.
            builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
            builder.AddGazetier();
            await using var host = builder.Build();
            return await work(host.Services);
        });

    public static async Task<T> InScopeAsync<TService, T>(IServiceProvider services, Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}

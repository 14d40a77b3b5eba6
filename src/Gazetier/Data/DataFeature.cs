using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Gazetier.Data;

/// <summary>Chooses the database by <c>Gazetier__Database</c>, and brings it up to date.</summary>
public static class DataFeature
{
    public static IServiceCollection AddData(this IServiceCollection services, NewspaperOptions options)
    {
        if (options.IsPostgres)
        {
            services.AddSingleton(NpgsqlDataSource.Create(options.Database!));
            services.AddDbContext<GazetierDb, PostgresDb>((provider, db) => db
                .UseNpgsql(options.Database)
                .AddInterceptors(provider.GetServices<IInterceptor>()));
        }
        else
        {
            MakeFolder(options.Data);
            services.AddSingleton<IInterceptor, SqlitePragmas>();
            services.AddDbContext<GazetierDb, SqliteDb>((provider, db) => db
                .UseSqlite(options.SqliteConnection)
                // Tables are rebuilt outside a transaction here: that is for who writes a migration, not for who starts the newspaper.
                .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning, SqliteEventId.TableRebuildPendingWarning))
                .AddInterceptors(provider.GetServices<IInterceptor>()));
        }

        services.AddSingleton<SecretKeys>();
        services.AddSingleton<Seal>();
        return services;
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException("Gazetier", typeof(NewspaperOptions),
                [$"Gazetier__Data ('{folder}') is no folder that can be written to: {e.Message} Example: Gazetier__Data='./data'"]);
        }
    }

    /// <summary>Applies what is pending; safe when several nodes start at once (each database's own lock serialises them).</summary>
    public static async Task MigrateAsync(this IServiceProvider provider, CancellationToken cancel = default)
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GazetierDb>().Database.MigrateAsync(cancel);
    }
}

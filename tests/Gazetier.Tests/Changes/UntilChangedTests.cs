using Gazetier.Changes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Changes;

public class UntilChangedTests
{
    private int _reads;

    [Fact]
    public async Task It_is_read_once_until_it_is_forgotten()
    {
        await using var site = await Site.OpenEmptyAsync();
        var known = Of(site, () => Task.FromResult($"{_reads}"));
        (await known.GetAsync(default)).ShouldBe("1");
        (await known.GetAsync(default)).ShouldBe("1");
        known.Forget();
        (await known.GetAsync(default)).ShouldBe("2");
    }

    [Fact]
    public async Task What_changes_while_it_is_read_is_read_again()
    {
        await using var site = await Site.OpenEmptyAsync();
        UntilChanged<string> known = null!;
        known = Of(site, () =>
        {
            if (_reads == 1)
            {
                known.Forget();
            }

            return Task.FromResult($"{_reads}");
        });
        (await known.GetAsync(default)).ShouldBe("1");
        (await known.GetAsync(default)).ShouldBe("2");
        (await known.GetAsync(default)).ShouldBe("2");
    }

    [Fact]
    public async Task While_the_database_is_away_it_is_what_it_was_last()
    {
        await using var site = await Site.OpenEmptyAsync();
        var isAway = true;
        var known = Of(site, () => isAway ? throw new SqliteException("away", 14) : Task.FromResult($"{_reads}"), "nothing");
        (await known.GetAsync(default)).ShouldBe("nothing");
        isAway = false;
        (await known.GetAsync(default)).ShouldBe("2");
        isAway = true;
        known.Forget();
        (await known.GetAsync(default)).ShouldBe("2");
        await Should.ThrowAsync<SqliteException>(async () => await Of(site, () => throw new SqliteException("away", 14)).GetAsync(default));
    }

    private UntilChanged<string> Of(Site site, Func<Task<string>> read, string? whileAway = null) => new(
        site.Services.GetRequiredService<IServiceScopeFactory>(),
        (_, _) =>
        {
            _reads++;
            return read();
        },
        whileAway);
}

using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Redirects;
using Gazetier.Features.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Data;

/// <summary>How rows are written (GazetierDb.Writing.cs), on whichever database the tests run.</summary>
public class WritingTests
{
    private const int Writers = 16;

    [Fact]
    public async Task Sixteen_writers_at_once_all_succeed()
    {
        await using var site = await Site.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                await site.DoAsync(async db =>
                {
                    db.Themes.Add(new Theme { Slug = $"ecrivain-{writer}-{turn}", Name = "Essai" });
                    await db.SaveChangesAsync();
                });
            }
        })));

        (await site.DoAsync(db => db.Themes.CountAsync(t => t.Slug.StartsWith("ecrivain-")))).ShouldBe(Writers * 5);
    }

    /// <summary>Reads and then writes: SQLite refuses that at once to a transaction that did not begin as a writer.</summary>
    [Fact]
    public async Task Sixteen_transactions_that_read_first_all_succeed()
    {
        await using var site = await Site.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => site.DoAsync(db => db.InTransactionAsync(async cancel =>
        {
            await db.Articles.CountAsync(cancel);
            db.Redirects.Add(new Redirect { Path = $"/ancien/{writer}", Target = "/1/" });
            db.Append(site.Now, "test", "front");
        })))));

        (await site.DoAsync(db => db.Redirects.CountAsync())).ShouldBe(Writers);
        (await site.DoAsync(db => db.Changes.CountAsync())).ShouldBe(Writers);
    }

    /// <summary>Without the gate, SQLite blocks the thread of the second writer for seconds, and then refuses it.</summary>
    [Fact]
    public async Task A_writer_waits_at_the_gate_and_not_in_sqlite()
    {
        await using var site = await Site.OpenAsync();
        var second = Task.CompletedTask;

        await site.DoAsync(db => db.InTransactionAsync(async cancel =>
        {
            db.Redirects.Add(new Redirect { Path = "/premier", Target = "/1/" });
            await db.SaveChangesAsync(cancel);
            using (ExecutionContext.SuppressFlow()) // as another request is, which waits for this one and is not waited for
            {
                second = Task.Run(() => site.DoAsync(async other =>
                {
                    other.Redirects.Add(new Redirect { Path = "/second", Target = "/1/" });
                    await other.SaveChangesAsync(cancel);
                }), CancellationToken.None);
            }

            if (!TestDatabase.IsPostgres)
            {
                await Task.WhenAny(second, Task.Delay(200, cancel));
                second.IsCompleted.ShouldBeFalse();
            }
        }));

        await second;
        (await site.DoAsync(db => db.Redirects.CountAsync())).ShouldBe(2);
    }

    /// <summary>It would wait for the transaction's end, which waits for it: the whole newspaper would stand still.</summary>
    [Fact]
    public async Task Who_writes_inside_anothers_transaction_is_refused_at_once()
    {
        await using var site = await Site.OpenAsync();

        await site.DoAsync(db => db.InTransactionAsync(async cancel =>
            await Should.ThrowAsync<InvalidOperationException>(() => site.DoAsync(async other =>
            {
                other.Redirects.Add(new Redirect { Path = "/second", Target = "/1/" });
                await other.SaveChangesAsync(cancel);
            }))));

        (await site.DoAsync(db => db.Redirects.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_fails_in_a_transaction_leaves_nothing_and_lets_the_next_one_in()
    {
        await using var site = await Site.OpenAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => site.DoAsync(db => db.InTransactionAsync(async cancel =>
        {
            db.Redirects.Add(new Redirect { Path = "/ancien", Target = "/1/" });
            db.Append(site.Now, "test", "front");
            await db.SaveChangesAsync(cancel);
            throw new InvalidOperationException("half-way");
        })));

        await site.DoAsync(async db =>
        {
            (await db.Redirects.CountAsync()).ShouldBe(0);
            (await db.Changes.CountAsync()).ShouldBe(0);
            db.Redirects.Add(new Redirect { Path = "/autre", Target = "/1/" });
            await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Two_editors_of_one_row_are_told()
    {
        await using var site = await Site.OpenAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var slow = scope.ServiceProvider.GetRequiredService<GazetierDb>();
        var versioned = slow.Model.GetEntityTypes().Where(type => type.FindProperty("Version") is { IsConcurrencyToken: true }).ToList();
        if (versioned.All(type => type.ClrType != typeof(Article)))
        {
            Assert.Skip("no row carries a version yet");
        }

        var mine = await slow.Articles.SingleAsync(a => a.Id == Newsroom.Free, TestContext.Current.CancellationToken);
        await site.DoAsync(async db =>
        {
            (await db.Articles.SingleAsync(a => a.Id == Newsroom.Free)).Headline = "Le premier";
            await db.SaveChangesAsync();
        });

        mine.Headline = "Le second";
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync(TestContext.Current.CancellationToken));
    }
}

using Gazetier.Features.Deliveries;
using Shouldly;

namespace Gazetier.Tests.Features.Deliveries;

/// <summary>Decision 0009: a journal is its process's from the first moment on; what died is found by one.</summary>
public class LeavingJournalTests
{
    [Fact]
    public async Task What_begins_is_taken_from_nobody_who_looks_for_the_dead()
    {
        var folder = Directory.CreateTempSubdirectory("journal-").FullName;
        using var done = new CancellationTokenSource();
        var found = 0;
        var looking = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                foreach (var journal in LeavingJournal.Left(folder))
                {
                    journal.Dispose();
                    found++;
                }
            }
        });
        for (var n = 0; n < 500; n++)
        {
            using var journal = LeavingJournal.Begin(folder);
            journal.Claim(Guid.CreateVersion7());
        }

        await done.CancelAsync();
        await looking;
        found.ShouldBe(0);
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_a_process_kept_is_found_once_with_what_it_let_go()
    {
        var folder = Directory.CreateTempSubdirectory("journal-").FullName;
        var (claim, left) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        using (var journal = LeavingJournal.Begin(folder))
        {
            journal.Claim(claim);
            journal.Leave(left);
            journal.Keep();
        }

        using (var dead = LeavingJournal.Left(folder).Single())
        {
            (dead.ReadClaims().Single(), dead.ReadLeft().Single()).ShouldBe((claim, left));
            LeavingJournal.Left(folder).ShouldBeEmpty("somebody settles it already");
        }

        LeavingJournal.Left(folder).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }
}

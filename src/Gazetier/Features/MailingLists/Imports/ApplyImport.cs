using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Consents;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.MailingLists.Imports;

/// <summary>
/// Puts the addresses of an import on its list, a batch a transaction, so that a node that dies loses nothing and repeats nothing. What
/// was learned since the check counts: who left or complained meanwhile is not added.
/// </summary>
public class ApplyImport(GazetierDb db, JudgeLines judge, ListsOfReader lists, OpenAccount open, TimeProvider clock)
{
    /// <summary>The kind of the mail that tells who was added.</summary>
    public const string Told = "list.imported";

    private const int Batch = 100;

    /// <summary>Begins it. False: it had begun already.</summary>
    public Task<bool> BeginAsync(ListImport import, bool tells, SignedIn by, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var begun = await db.ListImports.Where(i => i.Id == import.Id && i.State == ImportState.Checked).ExecuteUpdateAsync(
                i => i.SetProperty(x => x.State, ImportState.Applying).SetProperty(x => x.Tells, tells), token) == 1;
            if (begun)
            {
                db.Record(clock.GetUtcNow().UtcDateTime, by, "list.imported", null, $"{import.Title} : {import.Name}");
            }

            return begun;
        },
        cancel);

    /// <summary>Goes on with whatever was begun, for so long at most; what is left is gone on with later.</summary>
    public async Task RunAsync(TimeSpan atMost, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        foreach (var id in await db.ListImports.Where(i => i.State == ImportState.Applying).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancel))
        {
            var isLeft = true;
            while (isLeft && clock.GetElapsedTime(began) < atMost)
            {
                isLeft = await db.InTransactionAsync(token => BatchAsync(id, token), cancel);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <returns>Whether there was something to do.</returns>
    private async Task<bool> BatchAsync(Guid id, CancellationToken cancel)
    {
        // Two nodes take turns: the second waits here, and finds the next lines.
        await db.ListImports.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.State, x => x.State), cancel);
        var import = await db.ListImports.AsNoTracking().SingleAsync(i => i.Id == id, cancel);
        var lines = await db.ListImportLines.ToDo(id).OrderBy(l => l.Number).Take(Batch).ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (lines.Count == 0)
        {
            await db.ListImports.Where(i => i.Id == id && i.State == ImportState.Applying).ExecuteUpdateAsync(
                i => i.SetProperty(x => x.State, ImportState.Applied).SetProperty(x => x.AppliedAt, now), cancel);
            return false;
        }

        await judge.RunAsync(import.List, lines, cancel);
        foreach (var line in lines)
        {
            line.Outcome = line.Outcome == ImportOutcome.Accepted ? await AddAsync(import, line, now, cancel) : line.Outcome;
            line.DoneAt = now;
        }

        var added = lines.Count(line => line.Outcome == ImportOutcome.Accepted);
        await db.ListImports.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Added, x => x.Added + added), cancel);
        return true;
    }

    private async Task<ImportOutcome> AddAsync(ListImport import, ListImportLine line, DateTime now, CancellationToken cancel)
    {
        var account = await open.RunAsync(line.Email, line.Name, Language.French, cancel);
        var words = new ConsentWords(line.Text, OriginOf(import, line), line.At);
        var isNew = await lists.JoinInsideAsync(account.Id, import.List, words, cancel);
        if (isNew == true && import.Tells)
        {
            db.Owe(now, Told, account.Email!, new ToldOfImport(import.Id, account.Id, line.At!.Value, line.Origin));
        }

        return isNew switch { true => ImportOutcome.Accepted, false => ImportOutcome.AlreadyOn, _ => ImportOutcome.NotOpen };
    }

    /// <summary>The import is named whatever the line says of itself.</summary>
    private static string OriginOf(ListImport import, ListImportLine line)
    {
        var named = $" (import {import.Name} par {import.ByName})";
        return Text.Shortened.To(Consent.MaxOrigin - named.Length, line.Origin) + named;
    }
}

/// <summary>What the mail to somebody who was added needs to know.</summary>
/// <param name="At">UTC; when they said yes.</param>
public sealed record ToldOfImport(Guid ImportId, Guid AccountId, DateTime At, string Origin);

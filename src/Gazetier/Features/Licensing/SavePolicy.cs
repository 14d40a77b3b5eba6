using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Licensing;

/// <summary>Keeps what the desk decided, with a line in the record of what changed. What another saved meanwhile is never overwritten unseen.</summary>
public class SavePolicy(GazetierDb db, TimeProvider clock)
{
    /// <summary>Of a line in the record.</summary>
    public const string Changed = "robots.changed";

    /// <param name="version">The one that they began from; 0: none was there.</param>
    /// <returns>False: another saved meanwhile, nothing was written.</returns>
    public async Task<bool> RunAsync(int version, RobotLine paper, IReadOnlyList<RobotException> exceptions, string terms, SignedIn staff, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(token => SaveAsync(version, paper, exceptions, terms, staff, token), cancel);
        }
        catch (DbUpdateException)
        {
            // Another node saved at the same moment, or the section went.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<bool> SaveAsync(int version, RobotLine paper, IReadOnlyList<RobotException> exceptions, string terms, SignedIn staff, CancellationToken cancel)
    {
        var held = await db.RobotSettings.FirstOrDefaultAsync(s => s.Id == 1, cancel);
        if ((held?.Version ?? 0) != version)
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var before = (Line: held?.Line ?? RobotLine.Usual, Terms: held?.Terms ?? "", Exceptions: await db.RobotExceptions.AsNoTracking().ToListAsync(cancel));
        if (held is null)
        {
            held = db.RobotSettings.Add(new RobotSetting { Version = 1 }).Entity;
        }
        else
        {
            // The version rises also where only an exception changed.
            db.Entry(held).State = EntityState.Modified;
        }

        (held.Line, held.Terms, held.ChangedAt) = (paper, terms, now);
        await db.SaveChangesAsync(cancel);
        await db.RobotExceptions.ExecuteDeleteAsync(cancel);
        db.RobotExceptions.AddRange(exceptions);
        var sections = await db.Sections.AsNoTracking().ToListAsync(cancel);
        db.Append(now, Changed, ChangeLog.Everything);
        db.Record(now, staff, Changed, null, string.Join(" ; ", Told(before.Line, paper, before.Exceptions, exceptions, before.Terms != terms, sections)));
        return true;
    }

    /// <summary>Each change as the record says it: "Juridique, Entraînement de modèles : Refusé → Sous licence".</summary>
    private static IEnumerable<string> Told(RobotLine before, RobotLine after, List<RobotException> were, IReadOnlyList<RobotException> are, bool terms, List<Section> sections)
    {
        var t = new Phrases(Gazetier.Web.Language.French);
        foreach (var kind in Enum.GetValues<RobotClass>().Where(kind => before.For(kind) != after.For(kind)))
        {
            yield return $"{kind.Name(t)} : {before.For(kind).Name(t)} → {after.For(kind).Name(t)}";
        }

        foreach (var section in sections)
        {
            foreach (var kind in Enum.GetValues<RobotClass>())
            {
                var (was, now) = (Of(were), Of(are));
                if (was != now)
                {
                    yield return $"{section.Name}, {kind.Name(t)} : {was?.Name(t) ?? "–"} → {now?.Name(t) ?? "–"}";
                }

                RobotChoice? Of(IEnumerable<RobotException> those) => those.FirstOrDefault(e => e.SectionId == section.Id && e.Class == kind)?.Choice;
            }
        }

        if (terms)
        {
            yield return t["Conditions de la licence"];
        }
    }
}

using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>
/// Writes what became of a legal text, or takes it back while nobody was told. Who follows the text is told by the rounds of alerts,
/// once the time to take it back is over.
/// </summary>
public class ChangeTextState(GazetierDb db, TimeProvider clock)
{
    public Task AddAsync(LegalText text, TextState state, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        (state.LegalTextId, state.RecordedAt) = (text.Id, now);
        db.TextStates.Add(state);
        Tell(text, "text.state", $"{text.Reference} : {state.Standing.Name(text.Kind, Phrases.OfPaper)}, {Phrases.OfPaper.Day(state.On)}", staff, now);
        return db.SaveChangesAsync(cancel);
    }

    /// <returns>False: its followers have been told, or it is gone. What was told is corrected by another change, never unsaid.</returns>
    public Task<bool> TakeBackAsync(LegalText text, Guid state, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            if (await db.TextStates.Where(s => s.Id == state && s.LegalTextId == text.Id && s.ToldAt == null).ExecuteDeleteAsync(token) == 0)
            {
                return false;
            }

            Tell(text, "text.state-taken-back", text.Reference, staff, clock.GetUtcNow().UtcDateTime);
            return true;
        },
        cancel);

    private void Tell(LegalText text, string what, string detail, SignedIn staff, DateTime now)
    {
        db.Append(now, what, LegalTextTags.All, LegalTextTags.Of(text.Id));
        db.Record(now, staff, what, detail: detail);
    }
}

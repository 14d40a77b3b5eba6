using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Questions;

/// <summary>Puts a member's question to the experts of a club.</summary>
public class AskExperts(GazetierDb db, TimeProvider clock)
{
    /// <summary>Questions of one member in one club that may wait at once.</summary>
    public const int MostWaiting = 3;

    /// <returns>False where too many of theirs wait already: nothing was kept.</returns>
    public Task<bool> RunAsync(Club club, Guid account, string subject, string text, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            // Locked, so that two forms sent at once count each other.
            await db.Clubs.Where(c => c.SectionId == club.SectionId).ExecuteUpdateAsync(c => c.SetProperty(x => x.Position, x => x.Position), token);
            if (await db.ClubQuestions.CountAsync(q => q.ClubId == club.SectionId && q.AccountId == account && q.State == QuestionState.Waiting, token) >= MostWaiting)
            {
                return false;
            }

            db.ClubQuestions.Add(new ClubQuestion { ClubId = club.SectionId, AccountId = account, AskedAt = clock.GetUtcNow().UtcDateTime, Subject = subject, Text = text });
            return true;
        },
        cancel);
}

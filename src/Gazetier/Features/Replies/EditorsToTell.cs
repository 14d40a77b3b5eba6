using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Replies;

/// <summary>Who answers for a right of reply: the editors-in-chief; where there is none, the administrators.</summary>
public static class EditorsToTell
{
    public static async Task<IReadOnlyList<(string Email, string Language)>> EditorsToTellAsync(this GazetierDb db, CancellationToken cancel)
    {
        var found = await db.Accounts.AsNoTracking()
            .Where(a => a.Email != null && (a.Role == StaffRole.EditorInChief || a.Role == StaffRole.Administrator))
            .OrderBy(a => a.CreatedAt).Select(a => new { a.Email, a.Language, a.Role }).ToListAsync(cancel);
        var role = found.Exists(a => a.Role == StaffRole.EditorInChief) ? StaffRole.EditorInChief : StaffRole.Administrator;
        return [.. found.Where(a => a.Role == role).Select(a => (a.Email!, a.Language))];
    }
}

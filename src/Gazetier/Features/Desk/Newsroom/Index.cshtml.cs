using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Desk.Newsroom;

/// <summary>Finds a reader by the beginning of an address or a name, or by the reference of a subscription.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    public const string Here = "/redaction/lecteurs";

    private const int Most = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Asked { get; set; }

    /// <summary>"fusion": two accounts were made one.</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Line> Readers { get; private set; } = [];

    public bool IsAsked => !string.IsNullOrWhiteSpace(Asked);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!IsAsked)
        {
            return;
        }

        var found = new List<Line>();
        foreach (var one in Found(Asked!.Trim()))
        {
            found.AddRange(await LinesAsync(one, cancel));
        }

        Readers = [.. found.DistinctBy(line => line.Id).Take(Most)];
    }

    private async Task<List<Line>> LinesAsync(IQueryable<Account> found, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await found.Where(a => a.Role == null).Take(Most)
            .Select(a => new Line(
                a.Id, a.DisplayName, a.Email!, a.LastSignInOn,
                db.Subscriptions.Count(s => s.AccountId == a.Id && s.SuspendedAt == null && s.From <= now && s.Until > now) + db.Seats.Count(s => s.AccountId == a.Id)))
            .ToListAsync(cancel);
    }

    /// <summary>Each answered from an index: one query for all would look at every account.</summary>
    private IEnumerable<IQueryable<Account>> Found(string asked)
    {
        if (SubscriptionReference.Read(asked) is { } reference)
        {
            return [db.Subscriptions.Where(s => s.Reference == reference && s.AccountId != null).Select(s => s.Account!)];
        }

        // Names as they were typed, and with their first letter, or all, as names are written.
        var names = new[] { asked, char.ToUpperInvariant(asked[0]) + asked[1..], asked.ToUpperInvariant() }.Distinct(StringComparer.Ordinal);
        return [db.Accounts.EmailBeginning(db, asked).OrderBy(a => a.NormalizedEmail), .. names.Select(name => db.Accounts.NameBeginning(db, name).OrderBy(a => a.DisplayName))];
    }

    /// <param name="Rights">How many subscriptions and seats.</param>
    public sealed record Line(Guid Id, string Name, string Email, DateOnly? LastSignInOn, int Rights);
}

using Gazetier.Data;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Mine;

/// <summary>The reader's sessions, each of which can be ended (S-05), its second factors, and the ways to change address and password.</summary>
public class SecurityModel(GazetierDb db, EndSessions end, MostSessions most, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>The session to end; "autres": all but this one.</summary>
    [BindProperty(Name = "fin")]
    public string? Ended { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public string Email { get; private set; } = "";

    public FactorsOfAccount Factors { get; private set; } = new(false, 0, 0);

    public IReadOnlyList<OpenedSession> Sessions { get; private set; } = [];

    /// <summary>Sessions that newer ones took the place of of late .</summary>
    public IReadOnlyList<CutDevice> Cut { get; private set; } = [];

    /// <summary>How many sessions the account may have; null: as many as it likes.</summary>
    public int? MostSessions { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = await db.MyAccountAsync(HttpContext, cancel);
        Email = account.Email!;
        Factors = await db.FactorsAsync(account.Id, cancel);
        var zone = await masthead.ZoneAsync(cancel);
        var (now, told) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime - CutSessions.Told);
        MostSessions = await most(account.Id, cancel);
        Cut = [.. (await db.Sessions.AsNoTracking().Where(s => s.AccountId == account.Id && s.CutAt > told).OrderByDescending(s => s.CutAt).Take(10).ToListAsync(cancel))
            .Select(s => new CutDevice(s.Device, Local(s.CutAt!.Value, zone)))];
        var mine = HttpContext.SignedIn()!.SessionId;
        var sessions = await db.Sessions.AsNoTracking().Open(now)
            .Where(s => s.AccountId == account.Id).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);
        Sessions = [.. sessions.OrderByDescending(s => s.Id == mine)
            .Select(s => new OpenedSession(s.Id, s.Device, Local(s.CreatedAt, zone), Local(s.LastSeenAt, zone), s.Id == mine))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!;
        if (Ended == "autres")
        {
            await end.AllAsync(me.AccountId, me.SessionId, cancel);
        }
        else if (Guid.TryParse(Ended, out var id) && id != me.SessionId)
        {
            await end.OneAsync(me.AccountId, id, cancel);
        }
        else
        {
            await OnGetAsync(cancel);
            return this.Refused("fin", t["Choisissez l’appareil à déconnecter."]);
        }

        return LocalRedirect("/mon-compte/securite?fait=sessions");
    }

    private static DateTime Local(DateTime time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(time, zone);
}

/// <param name="At">In the newspaper's time zone.</param>
public sealed record CutDevice(string Device, DateTime At);

/// <summary>A line of the list.</summary>
/// <param name="Since">In the newspaper's time zone.</param>
public sealed record OpenedSession(Guid Id, string Device, DateTime Since, DateTime LastSeen, bool IsThis);

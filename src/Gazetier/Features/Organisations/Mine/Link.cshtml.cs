using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>The link that a steward passes on: made, renewed, closed.</summary>
[StewardsOnly]
public class LinkModel(GazetierDb db, ChangeJoinLink change, PublicAddress address, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "contrat")]
    public Guid ContractId { get; set; }

    /// <summary>The last day on which it opens: "2026-12-31".</summary>
    [BindProperty(Name = "jusqu")]
    public string? Until { get; set; }

    [BindProperty(Name = "fermer")]
    public string? Closed { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTime Now { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Lines.All(line => line.View.Contract.Id != ContractId))
        {
            return NotFound();
        }

        if (Closed is not null)
        {
            await change.SwitchOffAsync(ContractId, cancel);
            return LocalRedirect($"/organisation/{HttpContext.Stewarded().Id}/lien?fait=ferme");
        }

        var day = LocalMoment.ReadDay(Until);
        if (!string.IsNullOrEmpty(Until) && (day is null || day < LocalMoment.DayOf(Now, Zone)))
        {
            return this.Refused("", t["Le dernier jour est à venir, ou n’est pas écrit."]);
        }

        await change.RenewAsync(ContractId, day is { } last ? LocalMoment.StartOf(last.AddDays(1), Zone) : null, cancel);
        return LocalRedirect($"/organisation/{HttpContext.Stewarded().Id}/lien?fait=nouveau");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Products = await db.Products.NamesAsync(cancel);
        var lines = new List<Line>();
        foreach (var view in (await ContractView.OfAsync(db, HttpContext.Stewarded().Id, Now, cancel)).Where(view => view.Contract.Until > Now && view.Contract.SuspendedAt is null))
        {
            var link = await db.JoinLinks.AsNoTracking().FirstOrDefaultAsync(l => l.SubscriptionId == view.Contract.Id, cancel);
            var token = await change.TokenAsync(link, cancel);
            lines.Add(new Line(view, link, token is null ? null : address.Of("/organisation/rejoindre/" + token)));
        }

        Lines = lines;
    }

    /// <param name="Address">Whole; null where there is no link.</param>
    public sealed record Line(ContractView View, JoinLink? Link, string? Address);
}

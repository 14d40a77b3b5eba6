using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>What a hierarchy asks before it renews: a page to print, and the way to a quote. Counts only: nothing of what anybody reads.</summary>
[StewardsOnly]
public class RenewalModel(GazetierDb db, RequestLimits limits, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int Longest = 2_000;

    [BindProperty(Name = "demande")]
    public string? Words { get; set; }

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
        var words = Printable.Only(Words ?? "").ReplaceLineEndings("\n").Trim();
        if (words.Length is 0 or > Longest)
        {
            return this.Refused("demande", t["Écrivez ce qu’il vous faut, en {0} signes au plus.", Longest]);
        }

        var organisation = HttpContext.Stewarded().Id;
        if (!limits.MayMail(OrganisationMails.QuoteAsked, organisation.ToString()))
        {
            return this.Refused("demande", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
        }

        await db.TellDeskAsync(OrganisationMails.QuoteAsked, organisation, HttpContext.SignedIn()!.AccountId, words, Now, cancel);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/organisation/{organisation}/renouvellement?fait=1");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Products = await db.Products.NamesAsync(cancel);
        var today = LocalMoment.DayOf(Now, Zone);
        var since = today.AddMonths(-3);
        var recent = await db.Seats.Where(s => s.Subscription.OrganisationId == HttpContext.Stewarded().Id && s.Account.LastSignInOn >= since)
            .GroupBy(s => s.SubscriptionId).Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, cancel);
        Lines =
        [
            .. (await ContractView.OfAsync(db, HttpContext.Stewarded().Id, Now, cancel)).Select(view => new Line(
                view, recent.GetValueOrDefault(view.Contract.Id), view.Contract.Until <= Now ? -1 : LocalMoment.DayOf(view.Contract.Until.AddTicks(-1), Zone).DayNumber - today.DayNumber)),
        ];
    }

    /// <param name="Recent">People who signed in within three months.</param>
    /// <param name="DaysLeft">-1: it is over.</param>
    public sealed record Line(ContractView View, int Recent, int DaysLeft);
}

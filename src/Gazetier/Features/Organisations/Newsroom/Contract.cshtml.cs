using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Features.Subscriptions;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Newsroom;

/// <summary>A contract of an organisation: opened, extended, given more seats or fewer, suspended, ended.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ContractModel(GazetierDb db, ChangeContract change, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int Longest = 200;

    [BindProperty(Name = "version")]
    public int Version { get; set; }

    [BindProperty(Name = "origine")]
    public string? Origin { get; set; }

    [BindProperty(Name = "produits")]
    public int[] Opened { get; set; } = [];

    [BindProperty(Name = "du")]
    public string? From { get; set; }

    [BindProperty(Name = "au")]
    public string? Until { get; set; }

    [BindProperty(Name = "places")]
    public string? SeatsTyped { get; set; }

    [BindProperty(Name = "appareils")]
    public string? SessionsTyped { get; set; }

    /// <summary>"oui": its articles may be passed on within the organisation.</summary>
    [BindProperty(Name = "revue")]
    public string? PressReview { get; set; }

    /// <summary>"impaye", "pause", "reprise", "fin"; none: the terms are kept.</summary>
    [BindProperty(Name = "acte")]
    public string? Act { get; set; }

    [BindProperty(Name = "certain")]
    public string? Sure { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Null: a new one.</summary>
    public Subscription? Contract { get; private set; }

    public SeatCount Seats { get; private set; }

    /// <summary>What a contract has that says nothing of sessions.</summary>
    public int SessionsByDefault { get; private set; }

    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid organisation, Guid? id, CancellationToken cancel)
    {
        if (!await LoadAsync(organisation, id, cancel))
        {
            return NotFound();
        }

        Opened = Contract is null ? [0] : [.. Contract.Products.Numbers];
        Origin = Contract?.Origin;
        From = Write(LocalMoment.DayOf(Contract?.From ?? Now, Zone));
        Until = Write(Contract is null ? LocalMoment.DayOf(Now, Zone).AddYears(1).AddDays(-1) : LocalMoment.DayOf(Contract.Until.AddTicks(-1), Zone));
        SeatsTyped = Contract?.Seats?.ToString(CultureInfo.InvariantCulture);
        var licence = await db.Licences.AsNoTracking().FirstOrDefaultAsync(l => l.SubscriptionId == id, cancel);
        SessionsTyped = licence?.MostSessions?.ToString(CultureInfo.InvariantCulture);
        PressReview = licence?.MayRedistribute == true ? "oui" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid organisation, Guid? id, CancellationToken cancel)
    {
        if (!await LoadAsync(organisation, id, cancel))
        {
            return NotFound();
        }

        if (Act is not null && Contract is not null)
        {
            return await ActAsync(cancel);
        }

        if (Terms() is not { } terms)
        {
            return this.Refused();
        }

        if (Contract is null)
        {
            await change.MakeAsync(organisation, terms, HttpContext.SignedIn()!, cancel);
            return LocalRedirect($"/redaction/organismes/{organisation}?fait=1");
        }

        var (refusal, taken) = await change.ChangeAsync(organisation, Contract.Id, Version, terms, HttpContext.SignedIn()!, cancel);
        return Answer(refusal, taken);
    }

    private async Task<IActionResult> ActAsync(CancellationToken cancel)
    {
        var (me, id) = (HttpContext.SignedIn()!, Contract!.Id);
        if (Act == "fin")
        {
            return Sure == "oui" ? Answer(await change.EndAsync(Organisation.Id, id, me, cancel), 0) : await AgainAsync("", t["Cochez la case : terminer un contrat ne se défait pas."], cancel);
        }

        Suspension? why = Act switch { "impaye" => Suspension.Unpaid, "pause" => Suspension.Paused, _ => null };
        return Answer(await change.SuspendAsync(Organisation.Id, id, why, me, cancel), 0);
    }

    /// <summary>The page with what the contract says, for a form that carries none of it.</summary>
    private async Task<IActionResult> AgainAsync(string field, string sentence, CancellationToken cancel)
    {
        await OnGetAsync(Organisation.Id, Contract!.Id, cancel);
        return this.Refused(field, sentence);
    }

    private IActionResult Answer(ContractRefusal? refusal, int taken) => refusal is { } why
        ? this.Refused(why == ContractRefusal.MoreTaken ? "places" : "", OrganisationNames.Of(why, taken, t))
        : LocalRedirect($"/redaction/organismes/{Organisation.Id}?fait=1");

    /// <summary>Null: something is wrong, and said so.</summary>
    private ContractTerms? Terms()
    {
        var origin = Printable.Line(Origin ?? "");
        if (origin.Length is 0 or > Longest)
        {
            ModelState.AddModelError("origine", t["Dites d’où vient le contrat, en {0} signes au plus.", Longest]);
        }

        if (Opened.Length == 0 || !Opened.All(Products.ContainsKey))
        {
            ModelState.AddModelError("produits", t["Choisissez ce que le contrat ouvre."]);
        }

        var (from, until) = (LocalMoment.ReadDay(From), LocalMoment.ReadDay(Until));
        if (from is null || until is null || until < from)
        {
            ModelState.AddModelError(from is null ? "du" : "au", t["Écrivez le premier et le dernier jour ; le dernier ne vient pas avant le premier."]);
        }

        var seats = int.TryParse(SeatsTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (!string.IsNullOrWhiteSpace(SeatsTyped) && seats is null or < 1)
        {
            ModelState.AddModelError("places", t["Écrivez un nombre entier, à partir de 1 ; rien pour un contrat sans limite."]);
        }

        var sessions = int.TryParse(SessionsTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : (int?)null;
        if ((!string.IsNullOrWhiteSpace(SessionsTyped) && sessions is null) || sessions > AccessRules.MostSessions)
        {
            ModelState.AddModelError("appareils", t["Écrivez un nombre de {0} à {1}.", 0, AccessRules.MostSessions]);
        }

        return ModelState.IsValid ? new ContractTerms(origin, ProductSet.Of(Opened), FromOf(from!.Value), UntilOf(until!.Value), seats, sessions, PressReview == "oui") : null;
    }

    /// <summary>What was bought at noon began at noon: a day that was not changed leaves the hour alone.</summary>
    private DateTime FromOf(DateOnly day) => Contract is { } contract && LocalMoment.DayOf(contract.From, Zone) == day ? contract.From : LocalMoment.StartOf(day, Zone);

    private DateTime UntilOf(DateOnly day) =>
        Contract is { } contract && LocalMoment.DayOf(contract.Until.AddTicks(-1), Zone) == day ? contract.Until : LocalMoment.StartOf(day.AddDays(1), Zone);

    private async Task<bool> LoadAsync(Guid organisation, Guid? id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        SessionsByDefault = await db.AccessRules.Select(r => (int?)r.SessionsOfSeat).FirstOrDefaultAsync(cancel) ?? AccessRules.DefaultSessions;
        Products = await db.Products.NamesAsync(cancel);
        Organisation = (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == organisation, cancel))!;
        Contract = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.OrganisationId == organisation, cancel);
        Seats = Contract is null ? default : await db.SeatsOfAsync(Contract, Now, cancel);
        return Organisation is not null && (id is null || Contract is not null);
    }

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

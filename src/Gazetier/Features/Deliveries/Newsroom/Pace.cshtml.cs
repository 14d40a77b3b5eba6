using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Deliveries.Pace;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Deliveries.Newsroom;

/// <summary>How fast mails leave: rules for single domains, and the plan by which a new sender is made known (E-06).</summary>
[StaffMay(StaffAct.Govern)]
public class PaceModel(GazetierDb db, KeepPace keep, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string Here = "/redaction/expedition/cadence";

    [BindProperty]
    public PaceForm Form { get; set; } = new();

    /// <summary>"regle", "retirer", "plan", "sans-plan"; said again when it is done.</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<PaceRule> Rules { get; private set; } = [];

    public WarmUpPlan? Plan { get; private set; }

    /// <summary>Mails of today by domain; all of them under <see cref="PaceLimit.AllDomains"/>.</summary>
    public IReadOnlyDictionary<string, int> UsedToday { get; private set; } = new Dictionary<string, int>();

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        if (Plan is { } plan)
        {
            Form.Show(plan);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var by = HttpContext.SignedIn()!;
        switch (Action)
        {
            case "regle" when ReadRule() is { } rule:
                await keep.SaveAsync(rule, by, cancel);
                break;
            case "plan" when ReadPlan() is { } plan:
                await keep.PlanAsync(plan, by, cancel);
                break;
            case "retirer":
                await keep.RemoveAsync(Form.Domain ?? "", by, cancel);
                break;
            case "sans-plan":
                await keep.PlanAsync(null, by, cancel);
                break;
            default:
                return ModelState.IsValid ? NotFound() : this.Refused();
        }

        return LocalRedirect($"{Here}?fait={Action}");
    }

    private PaceRule? ReadRule()
    {
        var domain = DomainName.Read(Form.Domain);
        Complain(domain is null, "domaine", t["Écrivez un domaine, par exemple orange.fr."]);
        var (atOnce, perMinute, perDay) = (Number(Form.AtOnce, "lignes", PaceRule.MostAtOnce), Number(Form.PerMinute, "minute", WarmUpPlan.Most), Number(Form.PerDay, "jour", WarmUpPlan.Most));
        Complain(ModelState.IsValid && atOnce is null && perMinute is null && perDay is null, "minute", t["Limitez au moins une chose : les lignes, la minute ou le jour."]);
        return ModelState.IsValid ? new PaceRule { Domain = domain!, AtOnce = atOnce, PerMinute = perMinute, PerDay = perDay } : null;
    }

    private WarmUpPlan? ReadPlan()
    {
        var (from, until) = (LocalMoment.ReadDay(Form.StartsOn), LocalMoment.ReadDay(Form.EndsOn));
        Complain(from is null, "debut", t["Écrivez un jour, par exemple 2026-12-01."]);
        Complain(until is null || until < from || until < Today || until > from?.AddDays(WarmUpPlan.LongestDays), "fin", t["Écrivez un jour à venir, après le début et moins d’un an plus tard."]);
        var (first, growth) = (Number(Form.FirstDay, "premier", WarmUpPlan.Most), Number(Form.Growth, "croissance", WarmUpPlan.MostGrowth));
        Complain(first is null && ModelState.IsValid, "premier", t["Écrivez un nombre entre 1 et {0}.", WarmUpPlan.Most.ToString("N0", t.Culture)]);
        return ModelState.IsValid ? new WarmUpPlan { StartsOn = from!.Value, EndsOn = until!.Value, FirstDay = first!.Value, GrowthPercent = growth ?? 0 } : null;
    }

    /// <summary>Null: nothing is written, or what is written is wrong and said to be so.</summary>
    private int? Number(string? typed, string field, int most)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var isOne = int.TryParse(typed.Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;
        Complain(!isOne, field, t["Écrivez un nombre entre 1 et {0}.", most.ToString("N0", t.Culture)]);
        return isOne ? number : null;
    }

    private void Complain(bool isWrong, string field, string sentence)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        Today = LocalMoment.DayOf(clock.GetUtcNow().UtcDateTime, zone);
        var from = LocalMoment.StartOf(Today, zone);
        Rules = await db.PaceRules.AsNoTracking().OrderBy(r => r.Domain).ToListAsync(cancel);
        Plan = await db.WarmUpPlans.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(cancel);
        UsedToday = await db.PaceBudgets.AsNoTracking().Where(b => b.Window == PaceWindow.Day && b.From == from).ToDictionaryAsync(b => b.Domain, b => b.Used, cancel);
    }
}

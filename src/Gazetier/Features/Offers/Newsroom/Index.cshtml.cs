using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Purchases;
using Gazetier.Features.Taxes;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Offers.Newsroom;

/// <summary>The offers in the order of their page, and what keeps them from being bought.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, SalesDoor door, MakeQuote quotes, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Before the end of the press number, when the desk is told (F-31).</summary>
    public const int WarnedDays = 180;

    /// <summary>Offers in the order in which the form showed them.</summary>
    [BindProperty(Name = "formule")]
    public Guid[] Shown { get; set; } = [];

    /// <summary>The place that was typed for each.</summary>
    [BindProperty(Name = "place")]
    public int?[] Places { get; set; } = [];

    /// <summary>What was done before: "ajoute", "enregistre", "retire", "remis", "ordre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<OfferLine> Lines { get; private set; } = [];

    /// <summary>What must be done before anything is sold by itself, or soon.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await door.OpenToAsync(cancel);
        var lines = new List<OfferLine>();
        foreach (var offer in await db.Offers.AsNoTracking().OrderBy(o => o.RetiredAt != null).ThenBy(o => o.Position).ThenBy(o => o.Name).ToListAsync(cancel))
        {
            var answer = await quotes.RateAsync(offer, Territory.Metropole, now, cancel);
            lines.Add(new OfferLine(offer, StateOf(offer, answer, open, now)));
        }

        Lines = lines;
        Missing = [.. await MissingAsync(now, cancel)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var offers = await db.Offers.InOrder().ToListAsync(cancel);
        var typed = Shown.Zip(Places).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        var ordered = offers.InTypedOrder(offer => typed.GetValueOrDefault(offer.Id));
        foreach (var (index, offer) in ordered.Index())
        {
            offer.Position = index + 1;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Append(now, "offers.ordered", OfferTags.All);
        db.Record(now, HttpContext.SignedIn()!, "offers.ordered");
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/redaction/formules?fait=ordre");
    }

    private (string Word, string Look) StateOf(Offer offer, VatAnswer answer, IReadOnlySet<CustomerKind> open, DateTime now) => offer switch
    {
        { RetiredAt: not null } => (t["Retirée"], ""),
        { SoldFrom: { } from } when now < from => (t["Pas encore en vente"], ""),
        { SoldUntil: { } until } when until <= now => (t["Plus en vente"], ""),
        { IsOnQuote: true } => (t["Sur devis"], "good"),
        { IsFree: true, Products.IsEmpty: true } => (t["Compte gratuit"], "good"),
        _ when answer.Refusal == VatRefusal.NoPressNumber => (t["Numéro CPPAP absent ou périmé : on ne peut pas la commander"], "bad"),
        _ when answer.Rate is null => (t["Taux de TVA inconnu : on ne peut pas la commander"], "bad"),
        _ when !open.Contains(offer.Customer) => (t["Les lecteurs vous écrivent"], "warn"),
        _ => (t["En vente"], "good"),
    };

    private async Task<IEnumerable<string>> MissingAsync(DateTime now, CancellationToken cancel)
    {
        var missing = new List<string>();
        if (await door.TermsAsync(cancel) is null)
        {
            missing.Add(t["Il n’y a pas de conditions de vente : rien ne se vend en ligne."]);
        }

        if ((await door.MeansAsync(CustomerKind.Individual, cancel)).Count + (await door.MeansAsync(CustomerKind.Organisation, cancel)).Count == 0)
        {
            missing.Add(t["Aucun moyen de paiement n’est proposé : rien ne se vend en ligne."]);
        }

        var imprint = await masthead.ImprintAsync(cancel);
        var today = LocalMoment.DayOf(now, await masthead.ZoneAsync(cancel));
        if (imprint.HasPressNumber(today) && imprint.CppapUntil < today.AddDays(WarnedDays))
        {
            missing.Add(t["Le numéro de commission paritaire n’est valable que jusqu’au {0} : demandez son renouvellement.", imprint.CppapUntil!.Value.ToString("d MMMM yyyy", t.Culture)]);
        }

        return missing;
    }
}

/// <param name="State">A word, and how it looks.</param>
public sealed record OfferLine(Offer Offer, (string Word, string Look) State);

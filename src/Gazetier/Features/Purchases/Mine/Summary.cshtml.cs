using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Offers;
using Gazetier.Features.Subscriptions;
using Gazetier.Features.Trials;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>The last step of a purchase: everything that it engages to, and the button that orders (L-11).</summary>
public class SummaryModel(GazetierDb db, SalesDoor door, MakeQuote quotes, OpenAccess access, OfferTrials trials, PlaceOrder order, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Cents that the customer saw.</summary>
    [BindProperty(Name = "total")]
    public int? Seen { get; set; }

    /// <summary>That it begins with free days, as they saw.</summary>
    [BindProperty(Name = "essai")]
    public bool SawTrial { get; set; }

    [BindProperty(Name = "conditions")]
    public bool AcceptsTerms { get; set; }

    [BindProperty(Name = "tout-de-suite")]
    public bool WantsItNow { get; set; }

    public Purchase Purchase { get; private set; } = null!;

    /// <summary>Null where no rate of tax is known.</summary>
    public QuoteAnswer Answer { get; private set; } = null!;

    /// <summary>What the newspaper says of the means of payment; null where there is nothing to pay.</summary>
    public MeansSetting? Means { get; private set; }

    public SalesTerms? Terms { get; private set; }

    public DateTime From { get; private set; }

    public DateTime Until { get; private set; }

    /// <summary>UTC; the end of the free days; null: there are none.</summary>
    public DateTime? TrialUntil { get; private set; }

    public bool OpensNow { get; private set; }

    /// <summary>It begins where another ends.</summary>
    public bool IsContinued { get; private set; }

    /// <summary>A consumer may change their mind for fourteen days, and says so if it shall begin before (C. conso. L221-25).</summary>
    public bool AsksForNow => Purchase.Offer.Customer != CustomerKind.Organisation;

    public string Button => Answer.Quote?.Total.GrossCents == 0 ? t["S’abonner"] : t["Commander avec obligation de paiement"];

    public string TermsBox => t["J’ai lu les conditions générales de vente et je les accepte."];

    public string NowBox => t["Je demande que l’abonnement commence sans attendre la fin du délai de rétractation de quatorze jours. Si je me rétracte, je paierai la part déjà fournie."];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await this.MisledAsync(db, id, PurchaseStep.Summary, cancel) ?? (await ReadAsync(id, cancel) ? Page() : LocalRedirect(PurchaseAddress.Of(id, PurchaseStep.Payment)));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await this.MisledAsync(db, id, PurchaseStep.Summary, cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!await ReadAsync(id, cancel))
        {
            return LocalRedirect(PurchaseAddress.Of(id, PurchaseStep.Payment));
        }

        CheckBoxes();
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        string[] accepted = AsksForNow ? [TermsBox, NowBox, Button] : [TermsBox, Button];
        var outcome = await order.RunAsync(id, HttpContext.SignedIn()!.AccountId, Seen ?? -1, accepted, cancel, SawTrial);
        return outcome is OrderOutcome.Done or OrderOutcome.AlreadyOrdered ? LocalRedirect(PurchaseAddress.Done(id)) : await RefuseAsync(id, outcome, cancel);
    }

    private void CheckBoxes()
    {
        if (!AcceptsTerms)
        {
            ModelState.Remove("conditions");
            ModelState.AddModelError("conditions", t["Lisez les conditions générales de vente et cochez la case."]);
        }

        if (AsksForNow && !WantsItNow)
        {
            ModelState.Remove("tout-de-suite");
            ModelState.AddModelError("tout-de-suite", t["Cochez la case pour que l’abonnement commence : sans elle, la loi nous demande d’attendre quatorze jours."]);
        }
    }

    private async Task<IActionResult> RefuseAsync(Guid id, OrderOutcome outcome, CancellationToken cancel)
    {
        ModelState.AddModelError("", outcome switch
        {
            OrderOutcome.NotSold => t["Cette formule n’est plus en vente. Rien n’a été commandé."],
            OrderOutcome.PromotionGone => t["Le code promotionnel ne vaut plus. Retirez-le à la première étape, ou essayez-en un autre : rien n’a été commandé."],
            OrderOutcome.NoRate => t["Nous ne savons pas encore facturer en ligne à cette adresse. Écrivez au service des abonnements : il s’en charge."],
            OrderOutcome.TrialChanged => t["L’essai gratuit a changé depuis que vous avez ouvert cette page : il vaut une fois par personne. Rien n’a été commandé."],
            OrderOutcome.PriceChanged => t["Le prix a changé depuis que vous avez ouvert cette page. Voici le nouveau : rien n’a été commandé."],
            _ => t["Il manque une réponse à une étape précédente. Rien n’a été commandé."],
        });
        // What was typed is that of the old price.
        ModelState.Remove("total");
        ModelState.Remove("essai");
        db.ChangeTracker.Clear();
        return await ReadAsync(id, cancel) ? this.Refused(StatusCodes.Status409Conflict) : LocalRedirect(PurchaseAddress.Of(id, PurchaseStep.Payment));
    }

    /// <returns>False: the means of payment that was chosen is offered no more.</returns>
    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var me = HttpContext.SignedIn()!.AccountId;
        Purchase = (await db.Purchases.AsNoTracking().OfReaderAsync(id, me, cancel))!;
        Answer = await quotes.OfAsync(Purchase, cancel);
        Terms = await door.TermsAsync(cancel);
        Means = (await door.MeansAsync(Purchase.Offer.Customer, cancel)).FirstOrDefault(s => s.Means == Purchase.Means);
        var mine = await db.Stewards.Where(s => s.AccountId == me && Purchase.Billing.Siret != "" && s.Organisation.Siret == Purchase.Billing.Siret).Select(s => (Guid?)s.OrganisationId).FirstOrDefaultAsync(cancel);
        (From, Until) = await access.WhenAsync(Purchase, mine, now, cancel);
        IsContinued = From > now;
        TrialUntil = Answer.Quote?.Total.GrossCents > 0 && Purchase.RenewsId is null ? await trials.EndOfAsync(Purchase.Offer, me, Purchase.Billing.Siret, now, cancel) : null;
        Until = TrialUntil is { } free ? Term.EndOf(free, Purchase.Offer.TermMonths, await masthead.ZoneAsync(cancel)) : Until;
        OpensNow = TrialUntil is not null || Answer.Quote?.Total.GrossCents == 0 || Means is { OpensOnPayment: false };
        return Means is not null || Answer.Quote?.Total.GrossCents == 0;
    }
}

using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Newsroom;

/// <summary>One organisation: all that it holds and why, who sits in it, and every way into it.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ShowModel(GazetierDb db, OrganisationDesk desk, Masthead masthead, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "gestionnaire")]
    public string? Steward { get; set; }

    [BindProperty(Name = "domaine")]
    public string? Domain { get; set; }

    [BindProperty(Name = "siret")]
    public string? Number { get; set; }

    [BindProperty(Name = "plage")]
    public string? Range { get; set; }

    /// <summary>"oui": the range is meant to be as wide as it is.</summary>
    [BindProperty(Name = "large")]
    public string? IsMeant { get; set; }

    /// <summary>Address of who is to have a seat.</summary>
    [BindProperty(Name = "place")]
    public string? SeatFor { get; set; }

    /// <summary>In which contract.</summary>
    [BindProperty(Name = "contrat")]
    public Guid? ContractId { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<ContractView> Contracts { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public IReadOnlyList<Steward> Stewards { get; private set; } = [];

    public IReadOnlyList<string> Domains { get; private set; } = [];

    public IReadOnlyList<string> Sirets { get; private set; } = [];

    public IReadOnlyList<AddressRange> Ranges { get; private set; } = [];

    public IReadOnlyList<SeatedPerson> People { get; private set; } = [];

    /// <summary>Those that wait for an answer, and hold a seat.</summary>
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        return await desk.DoAsync(id, Request.Form, HttpContext.SignedIn()!, cancel) is { } refusal
            ? this.Refused(refusal.Field, refusal.Sentence)
            : LocalRedirect($"/redaction/organismes/{id}?fait=1");
    }

    public string ReferenceOf(Guid contractId) => Contracts.FirstOrDefault(view => view.Contract.Id == contractId)?.Contract.Reference ?? "";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation)
        {
            return false;
        }

        Organisation = organisation;
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Contracts = await ContractView.OfAsync(db, id, Now, cancel);
        Products = await db.Products.NamesAsync(cancel);
        Stewards = await db.Stewards.AsNoTracking().Include(s => s.Account).Where(s => s.OrganisationId == id).OrderBy(s => s.AddedAt).ToListAsync(cancel);
        Domains = await db.OrganisationDomains.Where(d => d.OrganisationId == id).Select(d => d.Domain).OrderBy(d => d).ToListAsync(cancel);
        Sirets = await db.OrganisationSirets.Where(s => s.OrganisationId == id).Select(s => s.Siret).OrderBy(s => s).ToListAsync(cancel);
        Ranges = await db.AddressRanges.AsNoTracking().Where(r => r.OrganisationId == id).OrderBy(r => r.First).ToListAsync(cancel);
        People = await SeatedPerson.Of(db, id).ToListAsync(cancel);
        Invitations = await db.Invitations.AsNoTracking().Open(Now).Where(i => i.Subscription.OrganisationId == id).OrderBy(i => i.InvitedAt).ThenBy(i => i.Email).ToListAsync(cancel);
        return true;
    }
}

using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>Domains, ranges and SIRETs of the organisation. The desk enters them; a steward may ask for a domain.</summary>
[StewardsOnly]
public class AccessModel(GazetierDb db, RequestLimits limits, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "domaine")]
    public string? Domain { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<string> Domains { get; private set; } = [];

    public IReadOnlyList<string> Ranges { get; private set; } = [];

    public IReadOnlyList<string> Sirets { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (DomainName.Read(Domain) is not { } domain || DomainName.Refusal(domain) is not null || Domains.Contains(domain, StringComparer.Ordinal))
        {
            var refusal = DomainName.Read(Domain) is not { } read ? DomainRefusal.NoDomain : DomainName.Refusal(read) ?? DomainRefusal.Had;
            return this.Refused("domaine", OrganisationNames.Of(refusal, "", t));
        }

        var (organisation, me) = (HttpContext.Stewarded().Id, HttpContext.SignedIn()!.AccountId);
        if (!limits.MayMail(OrganisationMails.DomainAsked, organisation.ToString()))
        {
            return this.Refused("domaine", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
        }

        await db.TellDeskAsync(OrganisationMails.DomainAsked, organisation, me, domain, clock.GetUtcNow().UtcDateTime, cancel);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/organisation/{organisation}/acces?fait=1");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var organisation = HttpContext.Stewarded();
        Domains = await db.OrganisationDomains.Where(d => d.OrganisationId == organisation.Id).Select(d => d.Domain).OrderBy(d => d).ToListAsync(cancel);
        Ranges = await db.AddressRanges.Where(r => r.OrganisationId == organisation.Id).OrderBy(r => r.First).Select(r => r.Cidr).ToListAsync(cancel);
        var more = await db.OrganisationSirets.Where(s => s.OrganisationId == organisation.Id).Select(s => s.Siret).OrderBy(s => s).ToListAsync(cancel);
        Sirets = organisation.Siret is { } main ? [main, .. more] : more;
    }
}

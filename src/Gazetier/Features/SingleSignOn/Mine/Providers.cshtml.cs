using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.SingleSignOn.Mine;

/// <summary>Which providers open the reader's account: each is tied to it here, and taken off it.</summary>
[AsksFreshProof]
public class ProvidersModel(GazetierDb db, LinkIdentity link, Providers providers, Masthead masthead, Phrases t) : PageModel
{
    public const string Address = "/mon-compte/securite/fournisseurs";

    /// <summary>The identity to take off.</summary>
    [BindProperty(Name = "retirer")]
    public string? Removed { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(Name = "sso", SupportsGet = true)]
    public string? Failure { get; set; }

    [BindProperty(Name = "fournisseur", SupportsGet = true)]
    public string? Failed { get; set; }

    public string? Complaint => SignOnFailures.Say(Failure, providers.Find(Failed)?.Label, t);

    public IReadOnlyList<LineOfProvider> Linked { get; private set; } = [];

    /// <summary>Of which there may be a second identity: the reader has another employer.</summary>
    public IReadOnlyList<Provider> Offered => providers.All;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        var zone = await masthead.ZoneAsync(cancel);
        var identities = await db.LinkedIdentities.AsNoTracking().Where(i => i.AccountId == me).OrderBy(i => i.LinkedAt).ToListAsync(cancel);
        Linked = [.. identities.Select(i => new LineOfProvider(i.Id, link.Label(i.Issuer), i.Siret, TimeZoneInfo.ConvertTimeFromUtc(i.LinkedAt, zone)))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Guid.TryParse(Removed, out var id) && await link.UndoAsync(HttpContext.SignedIn()!.AccountId, id, cancel))
        {
            return LocalRedirect(Address + "?fait=retire");
        }

        await OnGetAsync(cancel);
        return this.Refused("", t["Choisissez ce qui est à retirer."]);
    }
}

/// <summary>An identity of the reader's.</summary>
/// <param name="At">In the newspaper's time zone.</param>
public sealed record LineOfProvider(Guid Id, string Label, string? Siret, DateTime At);

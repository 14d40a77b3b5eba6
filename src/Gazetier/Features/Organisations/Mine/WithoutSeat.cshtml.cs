using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>Tells who came by single sign-on, or with an address of the organisation, why there is no seat, and whom to ask (P-05).</summary>
public class WithoutSeatModel(GazetierDb db) : PageModel
{
    /// <summary>As <see cref="WithoutSeat.Word"/> gives it.</summary>
    [BindProperty(Name = "motif", SupportsGet = true)]
    public string? Why { get; set; }

    [BindProperty(Name = "organisme", SupportsGet = true)]
    public Guid? OrganisationId { get; set; }

    /// <summary>Null: none is known.</summary>
    public Organisation? Organisation { get; private set; }

    public IReadOnlyList<Account> Stewards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == OrganisationId, cancel);
        Stewards = await db.Stewards.AsNoTracking().Where(s => s.OrganisationId == OrganisationId).OrderBy(s => s.AddedAt).Select(s => s.Account).ToListAsync(cancel);
    }
}

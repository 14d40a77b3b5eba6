using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Suppressions.Newsroom;

/// <summary>Addresses that nothing is sent to: searched, understood, lifted.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class IndexModel(GazetierDb db, LiftSuppression lift) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>The number of one to lift.</summary>
    [BindProperty(Name = "lever")]
    public Guid? Lifted { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Those that stand first, newest first.</summary>
    public IReadOnlyList<Suppression> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var asked = Printable.Line(Query ?? "").ToLowerInvariant();
        asked = asked[..Math.Min(asked.Length, 200)];
        var found = db.Suppressions.AsNoTracking().Where(s => asked == "" || s.Email.Contains(asked));
        Paging = new Paging(GiveKeptPage.PageNumber(Request), PageSize, await found.CountAsync(cancel));
        Lines = await found.OrderByDescending(s => s.LiftedAt == null).ThenByDescending(s => s.At).Skip(Math.Max(0, Paging.Skip)).Take(PageSize).ToListAsync(cancel);
        return Paging.IsOut ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var email = await db.Suppressions.Where(s => s.Id == Lifted).Select(s => s.Email).FirstOrDefaultAsync(cancel);
        if (email is null)
        {
            return NotFound();
        }

        await lift.RunAsync(email, HttpContext.SignedIn()!, cancel);
        return LocalRedirect("/redaction/adresses-ecartees?fait=1&q=" + Uri.EscapeDataString(email));
    }
}

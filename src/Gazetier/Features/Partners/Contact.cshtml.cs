using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners;

/// <summary>The form of an insertion: it shows the reader, before a word is written, which way the data go.</summary>
public class ContactModel(GazetierDb db, SendLead send, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public LeadForm Form { get; set; } = new();

    /// <summary>What was done before: "envoye".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Insertion Insertion { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        if (HttpContext.SignedIn() is not null)
        {
            var me = await db.MyAccountAsync(HttpContext, cancel);
            (Form.Name, Form.Email) = (me.DisplayName, me.Email);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        Form.Check(ModelState, Insertion, t);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        return await send.RunAsync(Form.ToLead(), Insertion, Network.Of(HttpContext.Connection.RemoteIpAddress), cancel)
            ? LocalRedirect(PartnerAddress.Form(number) + "?fait=envoye")
            : this.Refused("", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Insertion = (await db.Insertions.AsNoTracking().FirstOrDefaultAsync(i => i.Number == number && i.LeadEmail != "", cancel))!;
        return Insertion?.IsOpen(now) == true;
    }
}

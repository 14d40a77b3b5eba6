using System.Globalization;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners.Newsroom;

/// <summary>One insertion, or a new one. Pages show it from its minute on, and no longer than that.</summary>
[StaffMay(StaffAct.Govern)]
public class EditModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string New = "nouveau";

    [BindProperty(Name = "")]
    public InsertionForm Form { get; set; } = new();

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Null: a new one.</summary>
    public Insertion? Insertion { get; private set; }

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public string Here => $"{PartnerAddress.Newsroom}/{Insertion?.Number.ToString(CultureInfo.InvariantCulture) ?? New}";

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        var zone = await masthead.ZoneAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        Form = Insertion is null ? new InsertionForm { From = LocalMoment.Write(now, zone), Until = LocalMoment.Write(now.AddDays(30), zone) } : InsertionForm.Of(Insertion, zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var insertion = Insertion ?? new Insertion { Partner = "", Title = "" };
        if (!Form.Read(insertion, Sections, await masthead.ZoneAsync(cancel), now, ModelState, t))
        {
            return this.Refused();
        }

        var what = Insertion is null ? "partner.created" : "partner.changed";
        if (Insertion is null)
        {
            db.Add(insertion);
        }

        db.Append(now, what, OpenSlots.Tag);
        db.Record(now, HttpContext.SignedIn()!, what, null, insertion.Title);
        await db.SaveChangesAsync(cancel);
        Insertion = insertion;
        return LocalRedirect(Here + "?fait=enregistre");
    }

    private async Task<bool> FindAsync(string number, CancellationToken cancel)
    {
        Sections = await masthead.SectionsAsync(cancel);
        if (number == New)
        {
            return true;
        }

        Insertion = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? await db.Insertions.FirstOrDefaultAsync(i => i.Number == known, cancel) : null;
        return Insertion is not null;
    }
}

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

namespace Gazetier.Features.Settings.Newsroom;

/// <summary>What stands in the head of every page, in which order; and further links in the foot.</summary>
[StaffMay(StaffAct.Govern)]
public class MenuModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public MenuForm Form { get; set; } = new();

    /// <summary>See <see cref="MenuForm.Arrange"/>; "rubrique", "lien": adds one; empty: save.</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>The section to add.</summary>
    [BindProperty(Name = "rubrique")]
    public Guid? Section { get; set; }

    /// <summary>Name of the link to add.</summary>
    [BindProperty(Name = "nom")]
    public string? Label { get; set; }

    /// <summary>Path of the link to add.</summary>
    [BindProperty(Name = "chemin")]
    public string? Path { get; set; }

    /// <summary>Where the link goes.</summary>
    [BindProperty(Name = "ou")]
    public MenuPlace Place { get; set; }

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Form = MenuForm.Of(await db.MenuEntries.AsNoTracking().ToListAsync(cancel));
        if (Form.At(MenuPlace.Head).Count == 0)
        {
            // Nobody chose yet: what readers see is what there is to change.
            Form.Entries.InsertRange(0, Sections.Where(s => s.ParentId is null).Select((s, i) => new MenuEntryLine { Section = s.Id, Position = i + 1 }));
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Form.Arrange(Action);
        if (Action == "rubrique" && Section is { } section && !Form.Entries.Exists(e => e.Section == section))
        {
            Form.Entries.Add(new MenuEntryLine { Section = section });
        }
        else if (Action == "lien")
        {
            Form.Entries.Add(new MenuEntryLine { Place = Place, Label = Label, Path = Path });
        }

        if (Form.Read(Sections, ModelState, t) is not { } entries)
        {
            return this.Refused();
        }

        await SaveAsync(entries, cancel);
        return LocalRedirect("/redaction/menu?fait=enregistre");
    }

    private Task SaveAsync(List<MenuEntry> entries, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            await db.MenuEntries.ExecuteDeleteAsync(token);
            db.MenuEntries.AddRange(entries);
            var now = clock.GetUtcNow().UtcDateTime;
            db.Append(now, "menu.changed", ChangeLog.Everything);
            db.Record(now, HttpContext.SignedIn()!, "menu.changed");
        },
        cancel);

    private async Task ReadAsync(CancellationToken cancel) =>
        Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
}

using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Digests.Mails;
using Gazetier.Features.Manuscripts.Newsroom;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews.Newsroom;

/// <summary>Ma Gazette as readers of one class would get it at a given time: the mail's two parts, side by side.</summary>
[StaffMay(StaffAct.Write)]
public class EditionModel(GazetierDb db, ComposeSample compose, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public const string Address = PreviewAddress.Root + "/courrier";

    /// <summary>Classes that get mails: those with an account.</summary>
    public static readonly IReadOnlyList<AccessClass> Classes = [.. Enum.GetValues<AccessClass>().Where(reader => reader != AccessClass.Visitor)];

    [BindProperty(Name = "classe", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The one theme that is followed; null: all.</summary>
    [BindProperty(Name = "theme", SupportsGet = true)]
    public Guid? Theme { get; set; }

    /// <summary>When it would leave, on the newspaper's clock; empty: now.</summary>
    [BindProperty(Name = "le", SupportsGet = true)]
    public string? At { get; set; }

    public AccessClass As { get; private set; }

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    /// <summary>Null where nothing would leave.</summary>
    public SampleEdition? Edition { get; private set; }

    /// <summary>Address of the HTML part.</summary>
    public string Source { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        As = PreviewAddress.ClassOf(Code) is { } reader and not AccessClass.Visitor ? reader : AccessClass.Registered;
        Themes = await db.Themes.OrderBy(x => x.Name).Select(x => new Choice(x.Id, x.Name)).ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (!LocalMoment.TryRead(At, await masthead.ZoneAsync(cancel), out var at))
        {
            ModelState.AddModelError("le", t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        }

        Edition = ModelState.IsValid ? await compose.RunAsync(As, Theme, at ?? now, t.Language, cancel) : null;
        Source = $"{Address}/html?classe={PreviewAddress.CodeOf(As)}&theme={Theme}&le={Uri.EscapeDataString(At ?? "")}";
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        Response.LetPageFrameOurs();
    }
}

using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda;

/// <summary>What is to come, date by date.</summary>
[PublicPage]
public class IndexModel(GazetierDb db, TimeProvider clock) : PageModel
{
    private const int Size = 30;

    public IReadOnlyList<EventDate> Dates { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(AgendaQueries.Root + Request.QueryString);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var toCome = db.EventDates.ToCome(now);
        HttpContext.Tags().Add(AgendaQueries.Tag);
        if (await toCome.MinAsync(d => (DateTime?)d.EndsAt, cancel) is { } next)
        {
            HttpContext.Tags().ExpireAt(next);
        }

        Paging = new Paging(GiveKeptPage.PageNumber(Request), Size, await toCome.CountAsync(cancel));
        Dates = await toCome.Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        return Paging.IsOut ? NotFound() : Page();
    }
}

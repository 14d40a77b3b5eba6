using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>Whose an article is, for when and how long.</summary>
[StaffMay(StaffAct.ReadOver)]
public class OrderModel(GazetierDb db, OrderManuscript give, Masthead masthead, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public OrderForm Form { get; set; } = new();

    public long Id { get; private set; }

    public string Headline { get; private set; } = "";

    public IReadOnlyList<Choice> Writers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var manuscript = await db.Manuscripts.AsNoTracking().FirstOrDefaultAsync(m => m.ArticleId == id, cancel) ?? new Manuscript();
        Form = OrderForm.Of(Order.Of(manuscript), await masthead.ZoneAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Form.Read(Writers, await masthead.ZoneAsync(cancel), ModelState, t) is not { } order)
        {
            return this.Refused();
        }

        await give.RunAsync(id, order, HttpContext.SignedIn()!, cancel);
        return LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}?fait=commande"));
    }

    private async Task<bool> ReadAsync(long id, CancellationToken cancel)
    {
        Id = id;
        Writers = await Choices.WritersAsync(db, cancel);
        Headline = (await db.NewestContentAsync(id, cancel))?.Headline ?? "";
        return await db.Articles.AnyAsync(a => a.Id == id, cancel);
    }
}

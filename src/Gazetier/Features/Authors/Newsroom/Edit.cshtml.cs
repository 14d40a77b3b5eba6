using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Features.Headings;
using Gazetier.Features.Headings.Newsroom;
using Gazetier.Features.Pictures;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Authors.Newsroom;

/// <summary>One author: name, address, function, biography, portrait; a guest or of the house.</summary>
[StaffMay(StaffAct.KeepIndex)]
public class EditModel(GazetierDb db, TimeProvider clock, Phrases t) : PageModel
{
    private const int LongestFunction = 200;
    private const int Offered = 12;

    [BindProperty(Name = "")]
    public HeadingForm Form { get; set; } = new();

    /// <summary>What was done before: "cree", "enregistre", "fusionne".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(Name = "fonction")]
    public string? Function { get; set; }

    [BindProperty(Name = "invite")]
    public bool IsGuest { get; set; }

    [BindProperty(Name = "portrait")]
    public Guid? Portrait { get; set; }

    /// <summary>Words of the alternative text or the credit of the pictures that are offered.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public Author Author { get; private set; } = null!;

    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = new HeadingForm { Name = Author.Name, Slug = Author.Slug, About = Author.Biography };
        (Function, IsGuest, Portrait) = (Author.Function, Author.IsGuest, Author.PortraitId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        await CheckAsync(cancel);
        if (await Form.ReadAsync(db, FollowKind.Author, Author.Id, ModelState, t, cancel) is not { } named)
        {
            return this.Refused();
        }

        await db.InTransactionAsync(
            async token =>
            {
                await db.ChangedAsync(FollowKind.Author, new Named(Author.Id, Author.Slug, Author.Name), named, clock.GetUtcNow().UtcDateTime, HttpContext.SignedIn()!, token);
                (Author.Slug, Author.Name, Author.Biography) = (named.Slug, named.Name, Form.About!);
                (Author.Function, Author.IsGuest, Author.PortraitId) = (Function!.Length == 0 ? null : Function, IsGuest, Portrait);
            },
            cancel);
        return LocalRedirect(HeadingAddress.Newsroom(FollowKind.Author, named.Slug) + "?fait=enregistre");
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        Function = Printable.Line(Function ?? "");
        ModelState.Limit("fonction", Function, LongestFunction, t);

        if (Portrait is not null && !await db.Pictures.AnyAsync(p => p.Id == Portrait, cancel))
        {
            ModelState.AddModelError("portrait", t["Cette image n’existe plus : choisissez-en une autre."]);
        }
    }

    /// <summary>The author, and the pictures to choose from: their own, and the newest that answer.</summary>
    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        Author = (await db.Authors.Include(x => x.Portrait).FirstOrDefaultAsync(x => x.Slug == slug, cancel))!;
        if (Author is null)
        {
            return false;
        }

        var asked = Printable.Line(Query ?? "");
        asked = asked[..Math.Min(asked.Length, 100)];
        var found = await db.Pictures.AsNoTracking().Where(p => asked == "" || p.AlternativeText.Contains(asked) || p.Credit.Contains(asked))
            .OrderByDescending(p => p.CreatedAt).Take(Offered).ToListAsync(cancel);
        Pictures = [.. new[] { Author.Portrait }.OfType<Picture>(), .. found.Where(p => p.Id != Author.PortraitId)];
        return true;
    }
}

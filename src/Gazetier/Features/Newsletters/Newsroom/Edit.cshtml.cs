using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>A newsletter's settings, or a new newsletter: its name, how it is made, who gets it.</summary>
[StaffMay(StaffAct.Post)]
public class EditModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "")]
    public NewsletterForm Form { get; set; } = new();

    /// <summary>Null: it is a new one.</summary>
    public Newsletter? Newsletter { get; private set; }

    public IReadOnlyList<(FollowKind Kind, IReadOnlyList<Named> Subjects)> Sources { get; private set; } = [];

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public bool MayBeDeleted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        Form = Newsletter is null ? new NewsletterForm { IsOpen = true, Days = [DayOfWeek.Friday], Hour = 7, SpanDays = 7, AtMost = 12, Source = NewsletterForm.WholePaper } : NewsletterForm.Of(Newsletter);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, string? faire, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        if (faire == "supprimer")
        {
            return MayBeDeleted ? await DeleteAsync(cancel) : this.Refused("", t["Une lettre qui a paru, ou que des lecteurs ont demandée, ne peut pas être supprimée. Fermez-la aux inscriptions."], StatusCodes.Status409Conflict);
        }

        Form.Check(Sources.SelectMany(group => group.Subjects.Select(s => NewsletterForm.SourceOf(group.Kind, s.Id))).ToHashSet(StringComparer.Ordinal), Products.Select(p => p.Number), ModelState, t);
        var address = Newsletter?.Slug ?? await NewSlugAsync(cancel);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        await SaveAsync(address, cancel);
        return LocalRedirect($"/redaction/lettres/{address}?fait=enregistre");
    }

    private async Task SaveAsync(string address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isNew = Newsletter is null;
        var newsletter = Newsletter ?? new Newsletter { Slug = address, Name = "", CreatedAt = now };
        Form.CopyTo(newsletter, now, await masthead.ZoneAsync(cancel));
        if (isNew)
        {
            db.Newsletters.Add(newsletter);
        }

        db.Append(now, "newsletter.changed", NewsletterQueries.Tag(newsletter.Id), NewsletterQueries.AllTag);
        db.Record(now, HttpContext.SignedIn()!, isNew ? "newsletter.created" : "newsletter.changed", detail: newsletter.Name);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<IActionResult> DeleteAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.InTransactionAsync(
            async token =>
            {
                await db.NewsletterIssues.Of(Newsletter!.Id).ExecuteDeleteAsync(token);
                db.Newsletters.Remove(Newsletter);
                db.Append(now, "newsletter.deleted", NewsletterQueries.Tag(Newsletter.Id), NewsletterQueries.AllTag);
                db.Record(now, HttpContext.SignedIn()!, "newsletter.deleted", detail: Newsletter.Name);
            },
            cancel);
        return LocalRedirect("/redaction/lettres?fait=supprimee");
    }

    private async Task<string> NewSlugAsync(CancellationToken cancel)
    {
        var typed = Printable.Line(Form.Slug ?? "");
        var slug = Slug.From(typed.Length == 0 ? Form.Name! : typed[..Math.Min(typed.Length, 200)]);
        if (NewsletterQueries.ReservedSlugs.Contains(slug, StringComparer.Ordinal) || await db.Newsletters.AnyAsync(n => n.Slug == slug, cancel))
        {
            ModelState.AddModelError("adresse", t["L’adresse « {0} » est prise : choisissez-en une autre.", slug]);
        }

        return slug;
    }

    private async Task<bool> FindAsync(string? slug, CancellationToken cancel)
    {
        Newsletter = slug is null ? null : await db.Newsletters.FirstOrDefaultAsync(n => n.Slug == slug, cancel);
        Products = await db.Products.AsNoTracking().Where(p => p.RetiredAt == null).OrderBy(p => p.Number).ToListAsync(cancel);
        var sources = new List<(FollowKind, IReadOnlyList<Named>)>();
        foreach (var kind in new[] { FollowKind.Section, FollowKind.Theme, FollowKind.Dossier, FollowKind.Author })
        {
            sources.Add((kind, [.. (await db.Followables(kind).ToListAsync(cancel)).OrderBy(named => named.Name, French.Order)]));
        }

        Sources = sources;
        MayBeDeleted = Newsletter is { LastNumber: 0 } && !await db.NewsletterSignups.Standing().AnyAsync(s => s.NewsletterId == Newsletter.Id, cancel);
        return slug is null || Newsletter is not null;
    }
}

using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews.Newsroom;

/// <summary>The links by which people outside read an article over: made here, and revoked.</summary>
[StaffMay(StaffAct.Write)]
public class LinksModel(GazetierDb db, ShareArticle share, RevokePreview revoke, SharedOnce once, PublicAddress address, TimeProvider clock, Phrases t) : PageModel
{
    [BindProperty(Name = "pour")]
    public string? Reader { get; set; }

    /// <summary>The link to revoke; none: a new one is made.</summary>
    [BindProperty(Name = "revoque")]
    public Guid? Revoked { get; set; }

    public long Id { get; private set; }

    public string Headline { get; private set; } = "";

    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The link that was just made; shown this once.</summary>
    public string? Made { get; private set; }

    public DateTime Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (once.Take(HttpContext) is { } token && Links.Any(link => link.TokenHash == SessionCookie.Hash(token)))
        {
            Made = address.Of("/apercu/" + token);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        var here = FormattableString.Invariant($"/redaction/articles/{id}/partage");
        if (Revoked is { } link)
        {
            return await revoke.RunAsync(id, link, HttpContext.SignedIn()!, cancel) ? LocalRedirect(here) : NotFound();
        }

        var reader = Printable.Line(Reader ?? "");
        if (reader.Length is 0 or > PreviewLink.LongestReader)
        {
            return this.Refused("pour", t["Dites pour qui est ce lien, en {0} signes au plus.", PreviewLink.LongestReader]);
        }

        if (await share.RunAsync(id, reader, HttpContext.SignedIn()!, cancel) is { } token)
        {
            once.Write(Response, token);
        }

        return LocalRedirect(here);
    }

    private async Task<bool> ReadAsync(long id, CancellationToken cancel)
    {
        Id = id;
        Now = clock.GetUtcNow().UtcDateTime;
        if (!await db.MayShareAsync(id, HttpContext.SignedIn()!, cancel))
        {
            return false;
        }

        Headline = (await db.NewestContentAsync(id, cancel))?.Headline ?? "";
        Links = await db.PreviewLinks.AsNoTracking().Include(l => l.By).Where(l => l.ArticleId == id).OrderByDescending(l => l.CreatedAt).Take(50).ToListAsync(cancel);
        return true;
    }
}

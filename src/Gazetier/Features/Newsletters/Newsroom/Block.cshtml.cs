using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.FrontPages.Newsroom;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>One block of an issue. What was typed is kept with each press of a button: adding an article saves the rest, too.</summary>
[StaffMay(StaffAct.Post)]
public class BlockModel(GazetierDb db, WriteIssue write, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    private const int Found = 12;

    [BindProperty(Name = "")]
    public BlockForm Form { get; set; } = new();

    /// <summary>"ajouter:12", "oter:12", "monter:12", "descendre:12", "choisir:…" of a picture, "chercher", "enregistrer".</summary>
    [BindProperty(Name = "action")]
    public string? Action { get; set; }

    /// <summary>What articles or pictures are looked for.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public NewsletterBlock Block { get; private set; } = null!;

    public IReadOnlyList<PinnedArticle> Chosen { get; private set; } = [];

    public IReadOnlyList<PinnedArticle> Offered { get; private set; } = [];

    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    public Picture? Picture { get; private set; }

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Block.Issue.IsPosted)
        {
            return LocalRedirect($"/redaction/lettres/numero/{Block.IssueId}");
        }

        Form = BlockForm.Of(Block);
        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var goesOn = Action == "chercher" || Form.Arrange(Action) || await ChooseAsync(cancel);
        Form.Check(Block.Kind, ModelState, t);
        await SaveAsync(cancel);
        if (ModelState.IsValid)
        {
            var issue = $"/redaction/lettres/numero/{Block.IssueId}?fait=enregistre#blocs";
            return LocalRedirect(goesOn ? $"/redaction/lettres/bloc/{id}?q={Uri.EscapeDataString(Query ?? "")}#choisir" : issue);
        }

        await ShowAsync(cancel);
        return this.Refused();
    }

    private async Task<bool> ChooseAsync(CancellationToken cancel)
    {
        if ((Action ?? "").Split(':') is not ["choisir", var named] || !Guid.TryParse(named, out var picture) || !await db.Pictures.AnyAsync(p => p.Id == picture, cancel))
        {
            return false;
        }

        Form.Picture = picture;
        return true;
    }

    /// <summary>Where nothing is wrong so far.</summary>
    private async Task SaveAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var overtaken = false;
        if (Form.Picture is { } picture && !await db.Pictures.AnyAsync(p => p.Id == picture, cancel))
        {
            Form.Picture = null;
        }

        var isDone = await write.RunAsync(
            Block.IssueId,
            HttpContext.SignedIn()!,
            (row, _) =>
            {
                var block = row.Blocks.Find(b => b.Id == Block.Id);
                overtaken = block?.Version != Form.Version;
                if (!overtaken)
                {
                    Form.CopyTo(block!);
                }

                return Task.CompletedTask;
            },
            cancel);
        if (!isDone || overtaken)
        {
            ModelState.AddModelError("", isDone ? t["Quelqu’un a enregistré ce bloc pendant que vous l’écriviez : copiez votre texte, puis rouvrez le bloc."] : t["Ce numéro est parti : il ne change plus."]);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        Block = (await db.NewsletterBlocks.AsNoTracking().Include(b => b.Issue).ThenInclude(i => i.Newsletter).FirstOrDefaultAsync(b => b.Id == id, cancel))!;
        return Block is not null;
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var query = (Query ?? "")[..Math.Min(Query?.Length ?? 0, 100)];
        if (Block.Kind == NewsletterBlockKind.Articles)
        {
            var chosen = Form.Articles;
            var known = await db.Articles.AsNoTracking().Where(a => chosen.Contains(a.Id)).ToPinned().ToDictionaryAsync(a => a.Id, cancel);
            Chosen = [.. chosen.Where(known.ContainsKey).Select(id => known[id])];
            Offered = await db.Articles.AsNoTracking().Seen(isPublished: true).Called(query).Where(a => !chosen.Contains(a.Id)).Take(Found).ToPinned().ToListAsync(cancel);
        }
        else if (Block.Kind == NewsletterBlockKind.Picture)
        {
            Picture = await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Form.Picture, cancel);
            Pictures = await db.Pictures.AsNoTracking().Called(query).Where(p => p.RightsEndAt == null || p.RightsEndAt > Now).NewestFirst().Take(Found).ToListAsync(cancel);
        }
    }
}

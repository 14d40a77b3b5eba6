using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Charts;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Features.Staff;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>
/// The writing desk of one article. A form that any browser sends; with scripts it becomes the editor, which sends the same form
/// continuously and is answered in JSON.
/// </summary>
[StaffMay(StaffAct.Write)]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(ValueLengthLimit = LargestForm, BufferBody = false)]
public class EditModel(GazetierDb db, SaveManuscript save, MoveManuscript move, KeepCharts charts, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Bytes: the longest body, each sign of it escaped.</summary>
    public const int LargestForm = 8 * 1024 * 1024;

    private const int PicturesShown = 12;

    [BindProperty(Name = "")]
    public ManuscriptForm Form { get; set; } = new();

    /// <summary>What was done before: "cree", "enregistre", "etape", "restaure", "publie", "programme", "retire", "commande", "note".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>What follows the save: a <see cref="Manuscripts.Stage"/> to move to, "parution" for its page, "image" for the library; empty: nothing.</summary>
    [BindProperty(Name = "suite")]
    public string? Then { get; set; }

    /// <summary>The lead picture that was chosen in the library, and is not saved yet.</summary>
    [BindProperty(Name = "image", SupportsGet = true)]
    public Guid? Chosen { get; set; }

    public Article Article { get; private set; } = null!;

    /// <summary>Null for an article that nobody has worked on here.</summary>
    public Manuscript? Manuscript { get; private set; }

    public Choices Choices { get; private set; } = new([], [], [], [], []);

    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    public IReadOnlyList<Note> Notes { get; private set; } = [];

    public IReadOnlyList<Stage> Moves { get; private set; } = [];

    public Overtaken? Overtaken { get; private set; }

    public bool MayWrite { get; private set; }

    public bool MayPublish { get; private set; }

    /// <summary>Who may publish it, for who reads it over and may not; empty for everybody else.</summary>
    public IReadOnlyList<string> Publishers { get; private set; } = [];

    public bool MayOrder { get; private set; }

    public Stage Stage { get; private set; }

    public DateTime Now { get; private set; }

    public double OpenShare { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        // Before the content: what is saved between the two is seen and taken for unseen, not the other way round.
        var began = await db.StartingPointAsync(id, cancel);
        if (await db.NewestContentAsync(id, cancel) is not { } content)
        {
            return NotFound();
        }

        Form = ManuscriptForm.Of(content, began);
        Form.LegalTexts = string.Join('\n', await db.TextsNamedAsync(content.LegalTexts, cancel));
        Form.LeadPicture = Chosen is not null && await db.Pictures.AnyAsync(p => p.Id == Chosen, cancel) ? Chosen : Form.LeadPicture;
        await ReadPicturesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        var wantsJson = Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");
        if (await db.NewestContentAsync(id, cancel) is not { } before)
        {
            return NotFound();
        }

        Form.TextsMeant = await WrittenTexts.FindAsync(db, Form.LegalTexts, cancel);
        Form.Check(ModelState, t);
        if (!ModelState.IsValid || !await IsFiledAsync(cancel))
        {
            return wantsJson ? Wrong() : await AgainAsync(id, cancel);
        }

        var content = Form.ToContent(before);
        await charts.RunAsync(content.Body, cancel);
        if (await save.RunAsync(id, StartingPoint.Read(Form.Began), content, HttpContext.SignedIn()!, null, cancel) is not { } outcome)
        {
            return NotFound();
        }

        if (wantsJson)
        {
            return await SaidAsync(outcome, cancel);
        }

        if (outcome.Overtaken is null)
        {
            return LocalRedirect(await GoOnAsync(id, cancel));
        }

        Overtaken = outcome.Overtaken;
        Form.Began = outcome.Next.ToString();
        ModelState.Clear();
        return await AgainAsync(id, cancel, StatusCodes.Status409Conflict);
    }

    /// <summary>Where the page leads once all is kept.</summary>
    private async Task<string> GoOnAsync(long id, CancellationToken cancel)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"/redaction/articles/{id}");
        if (Then == "parution")
        {
            return page + "/parution";
        }

        if (Then == "image")
        {
            return string.Create(CultureInfo.InvariantCulture, $"/redaction/images?pour={id}");
        }

        var hasMoved = Enum.TryParse<Stage>(Then, out var to) && await move.RunAsync(id, to, HttpContext.SignedIn()!, cancel);
        return page + (hasMoved ? "?fait=etape" : "?fait=enregistre");
    }

    /// <summary>A section must be there for the article to have an address in the tree.</summary>
    private async Task<bool> IsFiledAsync(CancellationToken cancel)
    {
        var isKnown = await db.Sections.AnyAsync(s => s.Id == Form.MainSection, cancel)
            && (Form.LeadPicture is null || await db.Pictures.AnyAsync(p => p.Id == Form.LeadPicture, cancel));
        if (!isKnown)
        {
            ModelState.AddModelError(nameof(ManuscriptForm.MainSection), t["Cette rubrique ou cette image n’existe plus : choisissez-en une autre."]);
        }

        return isKnown;
    }

    private JsonResult Wrong() => new(new
    {
        errors = ModelState.Where(entry => entry.Value!.Errors.Count > 0).ToDictionary(entry => entry.Key, entry => entry.Value!.Errors[0].ErrorMessage),
    })
    { StatusCode = StatusCodes.Status400BadRequest };

    private async Task<JsonResult> SaidAsync(SaveOutcome outcome, CancellationToken cancel)
    {
        var at = t.Hour(Dates.Local(outcome.SavedAt, await masthead.ZoneAsync(cancel)));
        return outcome.Overtaken is { } overtaken
            ? new JsonResult(new { by = Name(overtaken), at, revision = outcome.Newest, from = outcome.Next.ToString(), aside = overtaken.Aside }) { StatusCode = StatusCodes.Status409Conflict }
            : new JsonResult(new { revision = outcome.Newest, from = outcome.Next.ToString(), savedAt = at, stage = Said(outcome.Stage) });
    }

    /// <summary>Who saved first, at the beginning of a sentence.</summary>
    public string Name(Overtaken overtaken) => overtaken.IsOwn ? t["Un autre de vos onglets ou appareils"] : overtaken.By ?? t["Quelqu’un"];

    /// <summary>What the head of the desk shows from now on. A save that leaves it published changed nothing: the mark that is there stays right.</summary>
    private object? Said(Stage stage) => stage == Stage.Published ? null : new { value = stage.ToString(), name = stage.Name(t), mark = stage.Mark() };

    private async Task<IActionResult> AgainAsync(long id, CancellationToken cancel, int status = StatusCodes.Status422UnprocessableEntity)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        await ReadPicturesAsync(cancel);
        return this.Refused(status);
    }

    private async Task<bool> ReadAsync(long id, CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!;
        Now = clock.GetUtcNow().UtcDateTime;
        if (await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } article)
        {
            return false;
        }

        Article = article;
        Manuscript = await db.Manuscripts.AsNoTracking().Include(m => m.Writer).Include(m => m.SavedBy).FirstOrDefaultAsync(m => m.ArticleId == id, cancel);
        Stage = Manuscript?.Stage ?? OpenedManuscripts.StageOf(article.Status);
        var asked = Manuscript ?? new Manuscript { Stage = Stage };
        MayWrite = asked.MayWrite(me.AccountId, me.Role!.Value);
        Moves = Stage.Moves(me.Role.Value, asked.IsTheirs(me.AccountId, me.Role.Value));
        MayOrder = me.Role.Value.May(StaffAct.ReadOver);
        var section = asked.MainSectionId == default ? article.MainSectionId : asked.MainSectionId;
        MayPublish = me.Role.Value.May(StaffAct.Publish) && await db.MayPublishInAsync(me, section, cancel);
        Publishers = MayOrder && !MayPublish ? await db.PublishersAsync(section, cancel) : [];
        Choices = await Choices.ReadAsync(db, cancel);
        Notes = await db.Notes.AsNoTracking().Include(n => n.By).Include(n => n.ResolvedBy).Where(n => n.ArticleId == id)
            .OrderBy(n => n.ResolvedAt != null).ThenBy(n => n.At).ToListAsync(cancel);
        OpenShare = (await masthead.ImprintAsync(cancel)).OpenShare;
        return true;
    }

    /// <summary>The one that is chosen, and the newest.</summary>
    private async Task ReadPicturesAsync(CancellationToken cancel)
    {
        var newest = await db.Pictures.AsNoTracking().OrderByDescending(p => p.CreatedAt).Take(PicturesShown).ToListAsync(cancel);
        var chosen = newest.Find(p => p.Id == Form.LeadPicture)
            ?? await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Form.LeadPicture, cancel);
        Pictures = chosen is null ? newest : [chosen, .. newest.Where(p => p.Id != chosen.Id)];
    }
}

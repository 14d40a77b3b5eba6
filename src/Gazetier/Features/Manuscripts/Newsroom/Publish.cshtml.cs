using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Staff;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>The last page before readers: the checklist, the minute, and what readers are told of a change.</summary>
[StaffMay(StaffAct.Publish)]
public class PublishModel(GazetierDb db, PublishArticle publish, ReadChecklist checklist, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>What whoever publishes has seen: a <see cref="StartingPoint"/>.</summary>
    [BindProperty(Name = "version")]
    public string? Version { get; set; }

    [BindProperty(Name = "date")]
    public string? At { get; set; }

    [BindProperty(Name = "une")]
    public string? FrontPageUntil { get; set; }

    [BindProperty(Name = "libre")]
    public string? FreeAt { get; set; }

    [BindProperty(Name = "ouvert")]
    public string? OpenUntil { get; set; }

    [BindProperty(Name = "correctif")]
    public string? Correction { get; set; }

    /// <summary>Keys of points of the checklist.</summary>
    [BindProperty(Name = "passe")]
    public List<string> PassedOver { get; set; } = [];

    /// <summary>Whoever publishes read over what a machine had a part in.</summary>
    [BindProperty(Name = "relu")]
    public bool IsReviewed { get; set; }

    public Article Article { get; private set; } = null!;

    public Content Written { get; private set; } = null!;

    /// <summary>What stands on this page.</summary>
    public StartingPoint Seen { get; private set; }

    public DateTime? EmbargoUntil { get; private set; }

    public bool IsOut { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public IReadOnlyList<CheckPoint> Checklist { get; private set; } = [];

    /// <summary>Name of the section where it will stand.</summary>
    public string Section { get; private set; } = "";

    /// <summary>Why it did not appear, where the form was right.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Where on the page of writing a point is mended; empty: in the text.</summary>
    public static string PlaceOf(CheckPoint point) => point.Key switch
    {
        "headline" or "length" => "#Headline",
        "kicker" => "#Kicker",
        "standfirst" => "#Standfirst",
        "access" or "mark" => "#Access",
        "theme" => "#Themes",
        "authors" => "#Authors",
        "picture" => "#LeadPicture",
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        At = IsOut ? null : LocalMoment.Write(Article.PublishedAt ?? EmbargoUntil, Zone);
        FrontPageUntil = LocalMoment.Write(Article.FrontPageUntil, Zone);
        FreeAt = LocalMoment.Write(Article.FreeAt, Zone);
        OpenUntil = LocalMoment.Write(Article.OpenUntil, Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Read() is not { } wanted)
        {
            return this.Refused();
        }

        var outcome = await publish.RunAsync(id, wanted, HttpContext.SignedIn()!, cancel);
        if (outcome == PublishOutcome.Gone)
        {
            return NotFound();
        }

        if (outcome == PublishOutcome.Done)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var done = IsOut ? "republie" : wanted.At > now ? "programme" : wanted.At < now.AddHours(-1) ? "antidate" : "publie";
            return LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}?fait={done}"));
        }

        Refusal = outcome switch
        {
            PublishOutcome.Embargoed => t["L’embargo n’est pas levé à cette heure : choisissez une heure plus tardive, ou changez la commande."],
            PublishOutcome.Unreviewed => t["Un texte produit par une machine ne paraît pas sans qu’une personne l’ait relu."],
            _ => t["Quelqu’un a enregistré une nouvelle version entre-temps : relisez-la, puis recommencez."],
        };
        return this.Refused(StatusCodes.Status409Conflict);
    }

    private async Task<bool> ReadAsync(long id, CancellationToken cancel)
    {
        // Before the content: what is saved between the two is seen and taken for unseen, not the other way round.
        Seen = await db.StartingPointAsync(id, cancel);
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (article is null or { Status: ArticleStatus.Withdrawn } || await db.NewestContentAsync(id, cancel) is not { } content)
        {
            return false;
        }

        // A section editor publishes in the sections that are theirs: where it stands, and where it would.
        var me = HttpContext.SignedIn()!;
        if (!await db.MayPublishInAsync(me, content.MainSection, cancel) || !await db.MayPublishInAsync(me, article.MainSectionId, cancel))
        {
            return false;
        }

        var manuscript = await db.Manuscripts.AsNoTracking().FirstOrDefaultAsync(m => m.ArticleId == id, cancel);
        (Article, Written, EmbargoUntil) = (article, content, manuscript?.EmbargoUntil);
        IsOut = article.IsPublished(clock.GetUtcNow().UtcDateTime);
        Zone = await masthead.ZoneAsync(cancel);
        Section = await db.Sections.Where(s => s.Id == content.MainSection).Select(s => s.Name).FirstOrDefaultAsync(cancel) ?? "";
        Checklist = [.. await checklist.RunAsync(content, IsReviewed, cancel), Manuscripts.Checklist.OfAccess(content, article, clock.GetUtcNow().UtcDateTime)];
        return true;
    }

    /// <summary>Null where something is wrong, which the page then says.</summary>
    private Publication? Read()
    {
        var at = Moment("date", At);
        var correction = Printable.Line(Correction ?? "");
        ModelState.Limit("correctif", correction, Articles.Correction.MaxLength, t);

        var left = Checklist.Where(point => !point.IsMet && (point.IsNeeded || !PassedOver.Contains(point.Key))).ToList();
        if (left.Count > 0)
        {
            ModelState.AddModelError("liste", t["À revoir, ou à passer outre en votre nom : {0}.", string.Join(", ", left.Select(point => t[point.Name].ToLower(t.Culture)))]);
        }

        var publication = new Publication(
            StartingPoint.Read(Version), IsOut ? null : at, correction, Moment("libre", FreeAt), Moment("une", FrontPageUntil), [.. Checklist.Where(point => !point.IsMet).Select(point => point.Key)], IsReviewed,
            Moment("ouvert", OpenUntil));
        if (publication.FreeAt <= publication.OpenUntil)
        {
            ModelState.AddModelError("ouvert", t["Avant le jour où il devient libre : sinon il ne serait jamais réservé."]);
        }

        return ModelState.IsValid ? publication : null;
    }

    private DateTime? Moment(string field, string? text)
    {
        if (!LocalMoment.TryRead(text, Zone, out var utc))
        {
            ModelState.AddModelError(field, t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        }

        return utc;
    }
}

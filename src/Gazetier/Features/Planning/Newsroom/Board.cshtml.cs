using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Planning.Newsroom;

/// <summary>The board: what is on its way, by stage. Cards move by drag, by keyboard and by the form that each of them holds.</summary>
[StaffMay(StaffAct.Write)]
public class BoardModel(GazetierDb db, ReadBoard board, MoveManuscript move, TimeProvider clock, Phrases t) : PageModel
{
    public const string Address = "/redaction/planning/tableau";

    [BindProperty(Name = "rubrique", SupportsGet = true)]
    public Guid? Section { get; set; }

    [BindProperty(Name = "qui", SupportsGet = true)]
    public Guid? Writer { get; set; }

    /// <summary>"rubrique" or "personne"; else the board is one.</summary>
    [BindProperty(Name = "par", SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>Number of the article to move, or that was moved.</summary>
    [BindProperty(Name = "article", SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>Where whoever moves it saw it stand.</summary>
    [BindProperty(Name = "de")]
    public Stage From { get; set; }

    [BindProperty(Name = "vers")]
    public Stage To { get; set; }

    public DateTime Now { get; private set; }

    public PlanChoices Choices { get; private set; } = PlanChoices.None;

    public IReadOnlyList<BoardGroup> Groups { get; private set; } = [];

    /// <summary>What was done, or why not.</summary>
    public string Said { get; private set; } = "";

    public SignedIn Me => HttpContext.SignedIn()!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var moved = Groups.SelectMany(group => group.Columns).SelectMany(column => column.Cards).FirstOrDefault(card => card.Id == Id);
        Said = moved is null ? "" : t["« {0} » est maintenant « {1} ».", moved.Headline, moved.Stage.Name(t)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await move.RunAsync(Id, From, To, Me, cancel))
        {
            return LocalRedirect(At(("article", FormattableString.Invariant($"{Id}"))) + FormattableString.Invariant($"#article-{Id}"));
        }

        await ReadAsync(cancel);
        var stage = await db.Manuscripts.Where(m => m.ArticleId == Id).Select(m => (Stage?)m.Stage).FirstOrDefaultAsync(cancel);
        var isOvertaken = ModelState.IsValid && stage is not null && stage != From;
        Said = isOvertaken
            ? t["Quelqu’un l’a déplacé entre-temps : il est « {0} ».", stage!.Value.Name(t)]
            : t["Ce déplacement n’est pas permis : l’article n’est pas à vous, ou il est déjà donné à relire."];
        return this.Refused(isOvertaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>This page with what was chosen.</summary>
    public string At(params (string Name, string? Value)[] others) => new PlanChoices([], [], Section, Writer).At(Address, [("par", By), .. others]);

    private async Task ReadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Choices = await PlanChoices.ReadAsync(db, Me, Section, Writer, cancel);
        var columns = await board.RunAsync(Choices.Filter, Now, cancel);
        Groups = By switch
        {
            "rubrique" => [.. Choices.Sections.Select(s => BoardGroup.Of(s.Name, columns, card => card.SectionId == s.Id)).Where(group => group.Any)],
            "personne" =>
            [
                .. Choices.Writers.Select(w => BoardGroup.Of(w.Name, columns, card => card.WriterId == w.Id)).Where(group => group.Any),
                .. new[] { BoardGroup.Of(t["À personne"], columns, card => Choices.Writers.All(w => w.Id != card.WriterId)) }.Where(group => group.Any),
            ],
            _ => [new BoardGroup(null, columns)],
        };
    }
}

/// <summary>A row of the board.</summary>
/// <param name="Name">Null: the board is not grouped.</param>
public sealed record BoardGroup(string? Name, IReadOnlyList<BoardColumn> Columns)
{
    public bool Any => Columns.Any(column => column.Cards.Count > 0);

    public static BoardGroup Of(string name, IReadOnlyList<BoardColumn> columns, Func<BoardCard, bool> isIn) =>
        new(name, [.. columns.Select(column => column with { Cards = [.. column.Cards.Where(isIn)] })]);
}

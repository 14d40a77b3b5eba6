using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>Begins an article. Whoever only writes begins their own; whoever reads over may order from others.</summary>
[StaffMay(StaffAct.Write)]
public class NewModel(GazetierDb db, BeginManuscript begin, Masthead masthead, Phrases t) : PageModel
{
    [BindProperty(Name = "titre")]
    public string? Headline { get; set; }

    [BindProperty(Name = "rubrique")]
    public Guid Section { get; set; }

    [BindProperty(Name = "genre")]
    public Format Format { get; set; }

    [BindProperty(Name = "")]
    public OrderForm Form { get; set; } = new();

    public Choices Choices { get; private set; } = new([], [], [], [], []);

    public IReadOnlyList<Choice> Writers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        Form.Writer = HttpContext.SignedIn()!.AccountId;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var headline = Printable.Line(Headline ?? "");
        if (headline.Length is 0 or > ManuscriptForm.LongestHeadline)
        {
            ModelState.AddModelError("titre", t["Écrivez un titre, de {0} signes au plus.", ManuscriptForm.LongestHeadline]);
        }

        if (!Choices.Sections.Any(s => s.Id == Section))
        {
            ModelState.AddModelError("rubrique", t["Choisissez une rubrique."]);
        }

        if (Form.Read(Writers, await masthead.ZoneAsync(cancel), ModelState, t) is not { } order)
        {
            return this.Refused();
        }

        var content = new Content { Format = Format, Headline = headline, MainSection = Section, Authors = BylineOf(order.Writer) };
        var id = await begin.RunAsync(content, order, HttpContext.SignedIn()!, cancel);
        return LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}?fait=cree"));
    }

    /// <summary>Who writes it signs it, where exactly one author has their name; else nobody yet.</summary>
    private Guid[] BylineOf(Guid? writer)
    {
        var name = Writers.FirstOrDefault(one => one.Id == writer)?.Name;
        var authors = Choices.Authors.Where(author => author.Name == name).Select(author => author.Id).ToArray();
        return authors.Length == 1 ? authors : [];
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!;
        Choices = await Choices.ReadAsync(db, cancel);
        Writers = await Choices.WritersAsync(db, cancel);
        if (!me.Role!.Value.May(StaffAct.ReadOver))
        {
            Writers = [.. Writers.Where(writer => writer.Id == me.AccountId)];
        }
    }
}

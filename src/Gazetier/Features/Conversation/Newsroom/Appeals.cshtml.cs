using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>Appeals that wait, oldest first. Who decided reads them, and cannot judge (L-60).</summary>
[StaffMay(StaffAct.Moderate)]
public class AppealsModel(GazetierDb db, AppealRestriction appeal, Phrases t) : PageModel
{
    private const int Most = 50;

    [BindProperty(Name = "decision")]
    public Guid Decision { get; set; }

    /// <summary>"annuler", "maintenir".</summary>
    [BindProperty(Name = "acte")]
    public string? Deed { get; set; }

    [BindProperty(Name = "reponse")]
    public string? Answer { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Restriction> Appeals { get; private set; } = [];

    public (int Waiting, int Reported, int Appeals) Counts { get; private set; }

    /// <summary>Names of who decided.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var answer = Printable.Only(Answer ?? "").ReplaceLineEndings("\n").Trim();
        if (answer.Length is 0 or > Restriction.MaxFacts || Deed is not ("annuler" or "maintenir"))
        {
            ModelState.AddModelError("reponse-" + Decision, t["Écrivez la réponse que la personne lira, en {0} signes au plus.", Restriction.MaxFacts]);
        }
        else if (await appeal.JudgeAsync(Decision, Deed == "annuler", answer, HttpContext.SignedIn()!, cancel))
        {
            return LocalRedirect(ConversationAddress.Newsroom + "/recours?fait=juge");
        }
        else
        {
            ModelState.AddModelError("", t["Ce recours est jugé par une autre personne que celle qui a pris la décision, et une seule fois."]);
        }

        await ReadAsync(cancel);
        return this.Refused();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Appeals = await db.Restrictions.AsNoTracking().Appealed().Include(r => r.Comment!.Article).OrderBy(r => r.AppealedAt).Take(Most).ToListAsync(cancel);
        var ids = Appeals.Where(r => r.ById is not null).Select(r => r.ById!.Value).ToArray();
        Names = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.CalledName, cancel);
        Counts = (await db.Comments.Waiting().CountAsync(cancel), await db.Comments.Reported(db).CountAsync(cancel), await db.Restrictions.Appealed().CountAsync(cancel));
    }
}

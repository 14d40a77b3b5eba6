using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Access.Newsroom;

/// <summary>Answers "why can X (not) read Y" in a sentence, with every right that opens it. What X has read is not known here.</summary>
[StaffMay(StaffAct.KeepSubscriptions)]
public class ExplainModel(Explain explain, Phrases t) : PageModel
{
    public const string Here = "/redaction/pourquoi";

    /// <summary>A mail address; empty: a visitor.</summary>
    [BindProperty(Name = "lecteur", SupportsGet = true)]
    public string? Reader { get; set; }

    /// <summary>Number or address of the article.</summary>
    [BindProperty(Name = "article", SupportsGet = true)]
    public string? Article { get; set; }

    /// <summary>Null while nothing was asked.</summary>
    public Explanation? Answer { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Article))
        {
            return Page();
        }

        if (ArticleAddress.NumberIn(Article) is not { } number)
        {
            return this.Refused("article", t["Écrivez le numéro de l’article, ou recopiez son adresse."]);
        }

        Answer = await explain.AllAsync(string.IsNullOrWhiteSpace(Reader) ? "-" : Reader, number, cancel);
        return Page();
    }
}

using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newsletters;

/// <summary>Where the mail of a sign-up leads. Landing changes nothing, for mail scanners land too; the button signs up (E-03).</summary>
public class ConfirmModel(ConfirmSignup confirm, Phrases t) : PageModel
{
    /// <summary>Null: the link opens nothing.</summary>
    public SignupRequest? Asked { get; private set; }

    public bool IsDone { get; private set; }

    public string Title => Asked is null ? t["Ce lien ne fonctionne plus"] : IsDone ? t["Vous êtes inscrit(e)"] : t["Recevoir « {0} »", Asked.Newsletter.Name];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await FindAsync(token, cancel) ? Page() : this.Refused(StatusCodes.Status404NotFound);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel) || !await confirm.RunAsync(Asked!, cancel))
        {
            Asked = null;
            return this.Refused(StatusCodes.Status404NotFound);
        }

        IsDone = true;
        return Page();
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancel)
    {
        // The address holds the token: it is nobody else's business.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return (Asked = await confirm.FindAsync(token, cancel)) is not null;
    }
}

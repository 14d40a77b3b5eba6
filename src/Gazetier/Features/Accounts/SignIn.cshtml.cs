using Gazetier.Features.Figures;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts;

/// <summary>Signs in by password, or sends a link. The wall of an article posts here too (S-01).</summary>
public class SignInModel(CheckPassword check, OpenSession open, AskForLink ask, CountReading count, Phrases t) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Local path to go to afterwards.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    /// <summary>A box that is not ticked sends nothing, so a hidden "non" stands beside it; a form without either means yes.</summary>
    [BindProperty(Name = "rester")]
    public string[] Stay { get; set; } = [];

    /// <summary>"lien": the reader wants a link and no password.</summary>
    [BindProperty(Name = "par")]
    public string? By { get; set; }

    public bool IsRemembered => Stay.Length == 0 || Stay.Contains("oui", StringComparer.Ordinal);

    public string Next => LocalPath.Or(ReturnPath, "/");

    public IActionResult OnGet() => HttpContext.SignedIn() is null ? Page() : LocalRedirect(LocalPath.Or(ReturnPath, "/mon-compte/"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (By == "lien")
        {
            return await SendLinkAsync(cancel);
        }

        var result = await check.OfAsync(HttpContext, Email, Password, cancel);
        if (result.IsTooOften)
        {
            Response.Headers.RetryAfter = SignInThrottle.Window.TotalSeconds.ToString("F0", t.Culture);
            return this.Refused("email", t["Trop d’essais. Attendez un quart d’heure, ou recevez un lien par e-mail."], StatusCodes.Status429TooManyRequests);
        }

        if (result.Account is not { } account)
        {
            return this.Refused("email", t["Identifiant et/ou mot de passe non valides"]);
        }

        await open.RunAsync(HttpContext, account, IsRemembered, cancel);
        count.SignedIn(HttpContext, account, ReturnPath);
        return LocalRedirect(Next);
    }

    private async Task<IActionResult> SendLinkAsync(CancellationToken cancel)
    {
        if (EmailAddress.Read(Email) is not { } email)
        {
            return this.Refused("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        return await ask.RunAsync(HttpContext, AccountMails.SignIn, email, LocalPath.Or(ReturnPath, "/"), cancel)
            ? LocalRedirect("/connexion/message-envoye")
            : this.Refused("email", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
    }
}

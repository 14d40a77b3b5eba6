using Gazetier.Data;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Figures;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts;

/// <summary>Signs in by password or passkey, or sends a link. The wall of an article posts here too (S-01).</summary>
public class SignInModel(
    GazetierDb db, SessionCookie cookie, MostSessions most, Masthead masthead, CheckPassword check, OpenSession open, AskForLink ask, Passkeys passkeys, CountReading count, Phrases t) : PageModel
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

    /// <summary>"lien": the reader wants a link and no password; "cle": a passkey answered.</summary>
    [BindProperty(Name = "par")]
    public string? By { get; set; }

    /// <summary>What the passkey answered, as JSON.</summary>
    [BindProperty(Name = "reponse")]
    public string? Answer { get; set; }

    public bool IsRemembered => Stay.Length == 0 || Stay.Contains("oui", StringComparer.Ordinal);

    /// <summary>The session of this browser that a newer one took the place of; null: there is none.</summary>
    public Session? Cut { get; private set; }

    /// <summary>How many sessions its account may have now; null: as many as it likes.</summary>
    public int? MostSessions { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public string Next => LocalPath.Or(ReturnPath, "/");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (HttpContext.SignedIn() is not null)
        {
            return LocalRedirect(LocalPath.Or(ReturnPath, "/mon-compte/"));
        }

        Cut = await db.CutOfAsync(cookie.Read(Request), cancel);
        if (Cut is not null)
        {
            MostSessions = await most(Cut.AccountId, cancel);
            Zone = await masthead.ZoneAsync(cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (By is "lien" or "cle")
        {
            return await (By == "lien" ? SendLinkAsync(cancel) : ByPasskeyAsync(cancel));
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

        var next = await open.RunAsync(HttpContext, account, Proof.Password, IsRemembered, Next, cancel);
        count.SignedIn(HttpContext, account, ReturnPath);
        return LocalRedirect(next);
    }

    private async Task<IActionResult> ByPasskeyAsync(CancellationToken cancel) => await passkeys.CheckAsync(HttpContext, null, Answer, cancel) is { } account
        ? LocalRedirect(await open.RunAsync(HttpContext, account, Proof.Passkey, IsRemembered, Next, cancel))
        : this.Refused("", t["Cette clé d’accès n’a pas été reconnue. Recommencez, ou connectez-vous autrement."]);

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

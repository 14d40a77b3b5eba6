using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>
/// Asks who is signed in to prove it once more: by passkey, code or recovery code; an account that has none of them, by password.
/// Makes a half session whole, and goes before what cannot be undone.
/// </summary>
public class SecondFactorModel(GazetierDb db, CheckCode checkCode, CheckPassword checkPassword, Passkeys passkeys, ProveSession prove, TimeProvider clock, Phrases t)
    : PageModel
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>What the passkey answered, as JSON.</summary>
    [BindProperty(Name = "reponse")]
    public string? Answer { get; set; }

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    public string Next => LocalPath.Or(ReturnPath, "/");

    public Account Account { get; private set; } = null!;

    public FactorsOfAccount Factors { get; private set; } = new(false, 0, 0);

    /// <summary>Whether what was asked for can also be read without: only the newsroom, the account and the seats of an organisation wait.</summary>
    public bool IsForReading => !((string[])["/redaction", "/mon-compte", "/organisation"]).Any(closed => Next.StartsWith(closed, StringComparison.Ordinal));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } me)
        {
            return LocalRedirect("/connexion?retour=" + Uri.EscapeDataString(Next));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (!me.IsFresh(now))
        {
            return Page();
        }

        var hasToChoose = me.Role is not null && !me.IsProven(now) && !Factors.Any;
        return LocalRedirect(hasToChoose ? "/mon-compte/securite/second-facteur?retour=" + Uri.EscapeDataString(Next) : Next);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } me)
        {
            return LocalRedirect("/connexion?retour=" + Uri.EscapeDataString(Next));
        }

        var (proof, isTooOften) = await CheckAsync(me, cancel);
        if (isTooOften)
        {
            return this.Refused(Factors.Any ? "code" : "password", t["Trop d’essais. Attendez un quart d’heure, ou prenez une clé d’accès ou un code de secours."], StatusCodes.Status429TooManyRequests);
        }

        if (proof is not { } proven)
        {
            return this.Refused(Factors.Any ? "code" : "password", Factors.Any ? t["Ce n’est pas le bon code, ou il a déjà servi."] : t["Ce n’est pas votre mot de passe."]);
        }

        await prove.RunAsync(HttpContext, proven, cancel);
        return LocalRedirect(Next);
    }

    private async Task<(Proof? Proof, bool IsTooOften)> CheckAsync(SignedIn me, CancellationToken cancel)
    {
        if (!Factors.Any)
        {
            var password = await checkPassword.AgainAsync(Account, Password, cancel);
            return (password.Account is null ? null : Proof.Password, password.IsTooOften);
        }

        if (!string.IsNullOrEmpty(Answer))
        {
            return (await passkeys.CheckAsync(HttpContext, me.AccountId, Answer, cancel) is null ? null : Proof.Passkey, false);
        }

        var code = await checkCode.RunAsync(HttpContext, me, Code, cancel);
        return (code.Proof, code.IsTooOften);
    }

    private async Task<SignedIn?> FindAsync(CancellationToken cancel)
    {
        if (HttpContext.SignedIn() is { } me)
        {
            Account = await db.MyAccountAsync(HttpContext, cancel);
            Factors = await db.FactorsAsync(me.AccountId, cancel);
            return me;
        }

        return null;
    }
}

using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors.Mine;

/// <summary>Sets an application that shows codes (TOTP): its secret as a picture and as text, and a first code to prove that it took.</summary>
[AsksFreshProof]
public class ApplicationModel(GazetierDb db, Seal seal, ChangeFactors change, ProveSession prove, RequestLimits limits, Masthead masthead, TimeProvider clock, Phrases t)
    : PageModel
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>The secret on offer, closed: it travels with the form, so that nothing half-made rests in the database.</summary>
    [BindProperty(Name = "secret")]
    public string? Closed { get; set; }

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    /// <summary>Base32, in groups of four.</summary>
    public string Secret { get; private set; } = "";

    public QrSquare Qr { get; private set; } = null!;

    /// <summary>There is one already, whose place the new one takes.</summary>
    public bool IsSet { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => await OfferAsync(TimeCode.NewSecret(), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!;
        if (await seal.OpenAsync(Closed, Purpose(me.AccountId), cancel) is not { } text)
        {
            await OfferAsync(TimeCode.NewSecret(), cancel);
            return this.Refused("code", t["Ce dessin-là n’est plus valable. En voici un autre : montrez-le à l’application."]);
        }

        var secret = SecretLetters.Bytes(text);
        if (!limits.MayCheck(me.AccountId) || TimeCode.StepOf(secret, Code, clock.GetUtcNow().UtcDateTime) is not { } step)
        {
            await OfferAsync(secret, cancel);
            return this.Refused("code", t["Ce n’est pas le code que l’application doit montrer. Vérifiez l’heure du téléphone, et prenez le code suivant."]);
        }

        limits.Checked(me.AccountId);
        var isFirst = !await db.HasSecondFactorAsync(me.AccountId, cancel);
        await change.SetAuthenticatorAsync(me.AccountId, secret, step, cancel);
        await prove.RunAsync(HttpContext, Proof.TimeCode, cancel);
        return LocalRedirect(AfterFactor.Path("application", isFirst, ReturnPath));
    }

    private static string Purpose(Guid accountId) => $"authenticator offer {accountId:N}";

    private async Task OfferAsync(byte[] secret, CancellationToken cancel)
    {
        var account = await db.MyAccountAsync(HttpContext, cancel);
        var text = SecretLetters.Of(secret);
        Closed = await seal.CloseAsync(text, Purpose(account.Id), cancel);
        // The field must hold the secret on offer, not what was sent.
        ModelState.Remove("secret");
        Secret = string.Join(' ', text.Chunk(4).Select(group => new string(group)));
        Qr = QrSquare.Of(Address((await masthead.ImprintAsync(cancel)).Name, account.Email!, text));
        IsSet = await db.Authenticators.AnyAsync(a => a.AccountId == account.Id, cancel);
    }

    /// <summary>As applications read it: who asks for codes, for which account, with which secret.</summary>
    private static string Address(string paper, string email, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(paper)}:{Uri.EscapeDataString(email)}?secret={secret}&issuer={Uri.EscapeDataString(paper)}";
}

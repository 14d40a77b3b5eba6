using System.Net;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Factors.Mine;

/// <summary>The passkeys of the account, and a new one.</summary>
[AsksFreshProof]
public class KeysModel(GazetierDb db, Passkeys passkeys, ChangeFactors change, ProveSession prove, Masthead masthead, PublicAddress address, Phrases t) : PageModel
{
    private const int LongestName = 60;

    [BindProperty(Name = "nom")]
    public string? KeyName { get; set; }

    /// <summary>What the new passkey answered, as JSON.</summary>
    [BindProperty(Name = "reponse")]
    public string? Answer { get; set; }

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    /// <summary>Where passkeys are made, when it is not here: they belong to a name, and this page was asked for by a bare address. Null: here.</summary>
    public string? Elsewhere => !IPAddress.TryParse(Request.Host.Host.Trim('[', ']'), out var here) ? null
        : IPAddress.IsLoopback(here) ? $"{Request.Scheme}://{(Request.Host.Port is { } port ? new HostString("localhost", port) : new HostString("localhost"))}{Request.Path}{Request.QueryString}"
        : address.Of(Request.Path + Request.QueryString);

    public IReadOnlyList<Key> Keys { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        KeyName = t[Device.Of(Request.Headers.UserAgent)];
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = await db.MyAccountAsync(HttpContext, cancel);
        var isFirst = !await db.HasSecondFactorAsync(account.Id, cancel);
        var name = DisplayNames.Read(KeyName) is { Length: > 0 and <= LongestName } given ? given : t[Device.Of(Request.Headers.UserAgent)];
        if (!await passkeys.KeepAsync(HttpContext, account, Answer ?? "", name, cancel))
        {
            await LoadAsync(cancel);
            return this.Refused("nom", t["La clé d’accès n’a pas été enregistrée. Recommencez."]);
        }

        await change.PasskeyAddedAsync(account.Id, name, cancel);
        await prove.RunAsync(HttpContext, Proof.Passkey, cancel);
        return LocalRedirect(AfterFactor.Path("cle", isFirst, ReturnPath));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        Zone = await masthead.ZoneAsync(cancel);
        var mine = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == me).ToListAsync(cancel);
        Keys = [.. mine.OrderBy(p => p.Data.CreatedAt).Select(p => new Key(WebEncoders.Base64UrlEncode(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt.UtcDateTime, p.Data.IsBackedUp))];
    }

    /// <param name="Id">Base64url.</param>
    /// <param name="Since">UTC.</param>
    /// <param name="IsBackedUp">On the owner's other devices too.</param>
    public sealed record Key(string Id, string Name, DateTime Since, bool IsBackedUp);
}

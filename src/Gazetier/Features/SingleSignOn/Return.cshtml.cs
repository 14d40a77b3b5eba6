using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Where a provider sends a reader back to. Only who left from this browser a moment ago comes in, and once (P-02, P-03).</summary>
public partial class ReturnModel(Providers providers, Attempts attempts, RedeemCode redeem, EnterByProvider enter, ILogger<ReturnModel> log) : PageModel
{
    [BindProperty(Name = "state", SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(Name = "code", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(Name = "iss", SupportsGet = true)]
    public string? Issuer { get; set; }

    [BindProperty(Name = "error", SupportsGet = true)]
    public string? Error { get; set; }

    [BindProperty(Name = "error_description", SupportsGet = true)]
    public string? Description { get; set; }

    public async Task<IActionResult> OnGetAsync(string provider, CancellationToken cancel)
    {
        if (providers.Find(provider) is not { } found)
        {
            return NotFound();
        }

        if (await attempts.TakeAsync(HttpContext, found, State, cancel) is not { } attempt)
        {
            return LocalRedirect(Failed(found, SignOnFailures.Lost, false, "/"));
        }

        var (next, failure) = await TryAsync(found, attempt, cancel);
        return LocalRedirect(next ?? Failed(found, failure, attempt.LinkTo is not null, attempt.Next));
    }

    /// <summary>The page that says what went wrong: that of whoever began.</summary>
    public static string Failed(Provider provider, string failure, bool wasLinking, string next) => wasLinking
        ? $"{Mine.ProvidersModel.Address}?sso={failure}&fournisseur={provider.Key}"
        : $"/connexion?sso={failure}&fournisseur={provider.Key}{(next == "/" ? "" : "&retour=" + Uri.EscapeDataString(next))}";

    private async Task<(string? Next, string Failure)> TryAsync(Provider provider, SignOnAttempt attempt, CancellationToken cancel)
    {
        if (Error is not null || string.IsNullOrEmpty(Code))
        {
            return (null, SignOnFailures.Of(Error ?? "", Description));
        }

        try
        {
            var (who, idToken) = await redeem.RunAsync(provider, attempt, Code, Issuer, cancel);
            return attempt.LinkTo is { } account
                ? (await LinkAsync(account, who, cancel), SignOnFailures.Taken)
                : (await enter.RunAsync(HttpContext, who, idToken, attempt.Next, cancel), "");
        }
        catch (ProviderAwayException)
        {
            return (null, SignOnFailures.Away);
        }
        catch (RefusedAnswerException error)
        {
            RefusedAnswer(log, provider.Key, error);
            return (null, SignOnFailures.Invalid);
        }
    }

    /// <summary>Whoever was signed out over there, or signed in as another, links nothing.</summary>
    private async Task<string?> LinkAsync(Guid account, ProvenIdentity who, CancellationToken cancel) => HttpContext.SignedIn()?.AccountId == account
        ? await enter.LinkAsync(account, who, Mine.ProvidersModel.Address + "?fait=relie", cancel)
        : "/connexion?retour=" + Uri.EscapeDataString(Mine.ProvidersModel.Address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer of the identity provider {Provider} was refused")]
    private static partial void RefusedAnswer(ILogger log, string provider, Exception error);
}

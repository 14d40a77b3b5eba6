using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Gazetier.Features.Accounts;

/// <summary>Lets the framework's authorisation see who is signed in. Who that is was found before, from the cookie.</summary>
public class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    /// <summary>Of who proved all that the account asks for.</summary>
    public const string ProvenClaim = "proven";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.SignedIn() is not { } signedIn)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, signedIn.AccountId.ToString()));
        // Who has not passed the second factor is no staff, and owes it to an account that has one.
        var now = clock.GetUtcNow().UtcDateTime;
        if (!signedIn.OwesProof(now))
        {
            identity.AddClaim(new Claim(ProvenClaim, ""));
        }

        if (signedIn.EntersNewsroom(now) && signedIn.Role is { } role)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        }

        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    /// <summary>Sends to the sign-in page, and back afterwards.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Lead("/connexion", StatusCodes.Status401Unauthorized);
        return Task.CompletedTask;
    }

    /// <summary>What a reader may not see does not exist for them; who must prove more is led to do so.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (Context.SignedIn() is { } me && (me.OwesProof(now) || (me.Role is not null && !me.IsProven(now))))
        {
            Lead("/connexion/second-facteur", StatusCodes.Status403Forbidden);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    }

    /// <summary>A script that saves would follow a redirect, find a page, and believe that all is well: it gets a status.</summary>
    private void Lead(string page, int status)
    {
        if (Request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate")
        {
            Response.Redirect($"{page}?retour={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
        }
        else
        {
            Response.StatusCode = status;
        }
    }
}

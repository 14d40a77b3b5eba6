using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gazetier.Features.Accounts;

/// <summary>
/// On a page that changes who may do what: whoever is signed in proves it again, unless that was a moment ago. A session left open
/// on a desk is not enough (ASVS 7.5.1).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsksFreshProofAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var (http, request) = (context.HttpContext, context.HttpContext.Request);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        // Who opened the form in time has as long again to fill it in.
        var asked = HttpMethods.IsPost(request.Method) ? now - Accounts.SignedIn.FreshLimit : now;
        if (http.SignedIn() is { } me && !me.IsFresh(asked))
        {
            context.Result = new LocalRedirectResult("/connexion/second-facteur?retour=" + Uri.EscapeDataString(request.Path + request.QueryString));
        }
    }
}

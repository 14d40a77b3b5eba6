using Gazetier.Data;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations;

/// <summary>
/// On a page about one organisation, whose id stands in its address: only for its stewards, and with a second factor (S-03), which who
/// has none is led to set up, as staff are. For others the page does not exist. Leaves the organisation with the request.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StewardsOnlyAttribute : Attribute, IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.SignedIn() is not { } me)
        {
            return;
        }

        var db = http.RequestServices.GetRequiredService<GazetierDb>();
        var id = Guid.TryParse(http.GetRouteValue("organisation")?.ToString(), out var known) ? known : Guid.Empty;
        var organisation = await db.Stewards.AsNoTracking().Where(s => s.AccountId == me.AccountId && s.OrganisationId == id).Select(s => s.Organisation).FirstOrDefaultAsync(http.RequestAborted);
        if (organisation is null)
        {
            context.Result = new ForbidResult();
        }
        else
        {
            http.Features.Set(new StewardedOrganisation(organisation));
            context.Result = SecondFactor(http, me);
        }
    }

    /// <summary>Where to go first; null: nowhere, all is proven.</summary>
    public static LocalRedirectResult? SecondFactor(HttpContext http, SignedIn me)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var page = me.HasSecondFactor ? "/connexion/second-facteur" : "/mon-compte/securite/second-facteur";
        return me.IsProven(now) ? null : new LocalRedirectResult($"{page}?retour={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
    }
}

/// <summary>The organisation that a request of its steward is about.</summary>
public sealed record StewardedOrganisation(Organisation Organisation);

public static class OrganisationOfRequest
{
    /// <summary>On pages with <see cref="StewardsOnlyAttribute"/>.</summary>
    public static Organisation Stewarded(this HttpContext context) => context.Features.Get<StewardedOrganisation>()!.Organisation;
}

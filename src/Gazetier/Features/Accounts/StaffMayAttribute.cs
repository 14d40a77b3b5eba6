using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gazetier.Features.Accounts;

/// <summary>
/// On a page of the newsroom: only for whose role may do this. For others of the staff the page does not exist, as the newsroom
/// does not exist for readers.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffMayAttribute(StaffAct act) : Attribute, IAuthorizationFilter
{
    public StaffAct Act => act;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.SignedIn()?.Role is not { } role || !role.May(act))
        {
            context.Result = new ForbidResult();
        }
    }
}

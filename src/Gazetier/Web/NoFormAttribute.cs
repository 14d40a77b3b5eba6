using Microsoft.AspNetCore.Mvc.Filters;

namespace Gazetier.Web;

/// <summary>
/// For a page that does the same whatever was sent to it, and for one that answers in the place of another: a form too large
/// or malformed would break the very page that says so.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) => context.HttpContext.Request.Form = FormCollection.Empty;

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

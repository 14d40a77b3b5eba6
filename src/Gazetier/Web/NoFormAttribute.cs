using Microsoft.AspNetCore.Mvc.Filters;

namespace Gazetier.Web;

/// <summary>
/// For a page that answers in the place of another: whatever was sent to that one is not read again. A form too large or
/// malformed would break the very page that says so.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) => context.HttpContext.Request.Form = FormCollection.Empty;

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

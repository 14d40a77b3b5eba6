using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Web;

namespace Gazetier.Features.Previews;

/// <summary>
/// Lets the newsroom see a page as readers of a class of access get it: the request goes on as that page's own, from a reader who is
/// nobody. So what is shown is what the page shows. Not kept, not found by robots, and framed by ourselves alone; stands
/// before routing.
/// </summary>
public sealed class ShowPreviews(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<Preview>() is not null)
        {
            // The error page of a preview comes by here again, and stands in the same frame.
            Close(context.Response);
            await next(context);
        }
        else if (context.Request.Path.Value is not { } path || PreviewAddress.Read(path) is not { } asked || await TurnAsync(context, asked))
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>Makes the request that of the page. For whoever may not write for the newspaper there is no such address.</summary>
    private static async Task<bool> TurnAsync(HttpContext context, PreviewAsked asked)
    {
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isReading || context.SignedIn() is not { Role: { } role } staff || !role.May(StaffAct.Write))
        {
            return false;
        }

        if (asked.Written is { } id)
        {
            var articles = context.RequestServices.GetRequiredService<ReadWrittenArticle>();
            if (await articles.RunAsync(id, context.RequestAborted) is not { } written)
            {
                return false;
            }

            context.Features.Set(new ArticleInHand(written.Article));
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var nobody = SignedInAs(asked.As, staff);
        context.Features.Set(new Preview(asked.As));
        context.Features.Set(new Reader(nobody, asked.As.Sample(now)));
        context.Features.Set(nobody);
        // What is asked for is not the page of whoever asks: it is neither taken from the kept pages nor put among them.
        context.Features.Set<GiveKeptPage.Asked>(null);
        context.Request.Path = asked.Written is null ? asked.Path : FormattableString.Invariant($"/{asked.Written}/apercu/");
        Close(context.Response);
        return true;
    }

    private static SignedIn? SignedInAs(AccessClass reader, SignedIn staff) => reader switch
    {
        AccessClass.Visitor => null,
        AccessClass.Staff => staff,
        _ => new SignedIn(Guid.Empty, Guid.Empty, "", null, staff.Language, null, null, false),
    };

    private static void Close(HttpResponse response)
    {
        response.LetOurselvesFrame();
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers.CacheControl = "no-store";
    }
}

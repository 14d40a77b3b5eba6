using Gazetier.Features.Deliveries;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.MailingLists;

/// <summary>Whom the address "/u/{token}" of a request names. The address holds the token: it is nobody else's business.</summary>
public class LeaverOfRequest(UnsubscribeLink links, ListsOfReader lists, Phrases t)
{
    /// <summary>Null: the token is nobody's.</summary>
    public ValueTask<Leaver?> ReadAsync(PageModel page)
    {
        page.Response.Headers["Referrer-Policy"] = "no-referrer";
        return links.ReadAsync(TokenOf(page), page.HttpContext.RequestAborted);
    }

    public static string TokenOf(PageModel page) => (string)page.RouteData.Values["token"]!;

    /// <summary>The list that a token names, as its reader knows it; null where they do not see it.</summary>
    public async Task<MailingList?> ListAsync(Leaver leaver, CancellationToken cancel) =>
        (await lists.OfAsync(leaver.AccountId, t, cancel)).FirstOrDefault(list => list.Name == leaver.List);
}

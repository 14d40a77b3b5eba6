using Gazetier.Features.Deliveries;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.MailingLists;

/// <summary>
/// "/u/{token}" (E-02, RFC 8058). A GET shows and changes nothing, for mail gateways follow every link; a POST takes the
/// reader off at once, from whoever has the token, whatever stands in its body. So nothing here is bound from a form.
/// </summary>
[NoForm]
public class LeaveModel(LeaverOfRequest request, ListsOfReader lists) : PageModel
{
    public string Token => LeaverOfRequest.TokenOf(this);

    /// <summary>Whom the token names; null: nobody. A mail program may have cut it: the page says what to do.</summary>
    public Leaver? Leaver { get; private set; }

    /// <summary>Null: the list is no more, or not for this reader.</summary>
    public MailingList? List { get; private set; }

    public bool IsKnown { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync();
        IsKnown = List is not null;
        IsDone = List is { IsOn: false };
        return Answer();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var isPerson = Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        var words = isPerson ? ConsentWords.No(List?.Title, ConsentWords.ByLink) : ConsentWords.OneClick;
        IsKnown = IsDone = Leaver is not null && await lists.LeaveAsync(Leaver.AccountId, Leaver.List, words, HttpContext.RequestAborted) is not null;
        return isPerson || !IsKnown ? Answer() : Content("Désinscription enregistrée.\n", "text/plain; charset=utf-8");
    }

    private async Task ReadAsync()
    {
        Leaver = await request.ReadAsync(this);
        List = Leaver is null ? null : await request.ListAsync(Leaver, HttpContext.RequestAborted);
    }

    private PageResult Answer()
    {
        Response.StatusCode = IsKnown ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }
}

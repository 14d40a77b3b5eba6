using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.MailingLists;

/// <summary>Undoes an unsubscription that was a mistake, with the same token, from the page that said it was done.</summary>
public class ResumeModel(LeaverOfRequest request, ListsOfReader lists) : PageModel
{
    public string Token => LeaverOfRequest.TokenOf(this);

    public MailingList List { get; private set; } = null!;

    /// <summary>Nothing is done by following a link.</summary>
    public IActionResult OnGet() => LocalRedirect("/u/" + Uri.EscapeDataString(Token));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await request.ReadAsync(this) is not { } leaver || await request.ListAsync(leaver, cancel) is not { } list
            || await lists.JoinAsync(leaver.AccountId, leaver.List, ConsentWords.Yes(list, ConsentWords.ByLink + ", repris"), cancel) is null)
        {
            return NotFound();
        }

        List = list;
        return Page();
    }
}

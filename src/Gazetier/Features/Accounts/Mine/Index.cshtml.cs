using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts.Mine;

/// <summary>The reader's account: name and language.</summary>
public class IndexModel(GazetierDb db, ForgetReader forget, Phrases t) : PageModel
{
    [BindProperty(Name = "nom")]
    public string? DisplayName { get; set; }

    /// <summary>"fr" or "en".</summary>
    [BindProperty(Name = "langue")]
    public string? Spoken { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public string Email { get; private set; } = "";

    /// <summary>Looks after the seats of an organisation.</summary>
    public bool IsSteward { get; private set; }

    /// <summary>Sits in the subscription of an organisation.</summary>
    public bool HasSeat { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = await LoadAsync(cancel);
        (DisplayName, Spoken) = (account.DisplayName, account.Language);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = await LoadAsync(cancel);
        if (DisplayNames.Read(DisplayName) is not { } name)
        {
            return this.Refused("nom", t["{0} caractères au plus, sur une ligne.", DisplayNames.Longest]);
        }

        var language = LanguageOfRequest.FromCode(Spoken);
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.DisplayName, name).SetProperty(x => x.Language, language.Code()), cancel);
        forget(account.Id);
        LanguageChoice.Remember(Response, language);
        return LocalRedirect("/mon-compte/?fait=1");
    }

    private async Task<Account> LoadAsync(CancellationToken cancel)
    {
        var account = await db.MyAccountAsync(HttpContext, cancel);
        Email = account.Email!;
        IsSteward = await db.Stewards.AnyAsync(s => s.AccountId == account.Id, cancel);
        HasSeat = await db.Seats.AnyAsync(s => s.AccountId == account.Id, cancel);
        return account;
    }
}

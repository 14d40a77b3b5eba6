using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts;

/// <summary>Sends a link to choose a new password; answers the same whether the address is known or not (S-01).</summary>
public class ForgottenPasswordModel(AskForLink ask, Phrases t) : PageModel
{
    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (EmailAddress.Read(Email) is not { } email)
        {
            return this.Refused("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        return await ask.RunAsync(HttpContext, AccountMails.Recovery, email, returnPath: null, cancel)
            ? LocalRedirect("/connexion/message-envoye")
            : this.Refused("email", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
    }
}

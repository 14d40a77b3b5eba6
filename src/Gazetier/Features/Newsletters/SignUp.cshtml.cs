using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsletters;

/// <summary>Signs up to a newsletter: at once for who is signed in; for an address, by a mail to it, whoever it is (S-01, E-03).</summary>
public class SignUpModel(GazetierDb db, ChangeSignup change, AskToSignUp ask, Phrases t) : PageModel
{
    public const string AskedPath = "/lettres/verifiez-vos-mails";

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    /// <summary>The address that was doubted and is sent again: the reader means it.</summary>
    [BindProperty(Name = "certain")]
    public string? Sure { get; set; }

    public Newsletter Newsletter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => await FindAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
        {
            return NotFound();
        }

        if (HttpContext.SignedIn() is { } reader)
        {
            await change.JoinAsync(reader.AccountId, Newsletter, NewsletterNames.ConsentTo(Newsletter.Name, t), Request.Path, cancel);
            return LocalRedirect($"/mon-compte/lettres?fait=inscrit&lettre={Newsletter.Slug}");
        }

        if (EmailAddress.Read(Email) is not { } email)
        {
            return this.Refused("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        if (email != Sure && MistypedDomain.Guess(email) is { } guess)
        {
            Sure = email;
            return this.Refused("email", t["Vouliez-vous écrire {0} ? Si l’adresse est juste, envoyez de nouveau.", guess]);
        }

        return await ask.RunAsync(HttpContext, Newsletter, email, cancel)
            ? LocalRedirect(AskedPath)
            : this.Refused("email", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel) =>
        (Newsletter = (await db.Newsletters.AsNoTracking().FirstOrDefaultAsync(n => n.Slug == slug && n.IsOpen, cancel))!) is not null;
}

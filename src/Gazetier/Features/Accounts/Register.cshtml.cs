using Gazetier.Data;
using Gazetier.Features.Figures;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts;

/// <summary>Asks for an account. Known and unknown addresses do the same work and get the same answer; the mail tells (S-01, E-03).</summary>
public class RegisterModel(
    GazetierDb db, Argon2PasswordHasher hasher, NewPassword rules, RequestLimits limits, RegistrationCookie cookie, CountReading count, Phrases t, TimeProvider clock)
    : PageModel
{
    [BindProperty(Name = "nom")]
    public string? DisplayName { get; set; }

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Local path to go to once confirmed.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    /// <summary>The address that was doubted and is sent again: the reader means it.</summary>
    [BindProperty(Name = "certain")]
    public string? Sure { get; set; }

    public IActionResult OnGet() => HttpContext.SignedIn() is null ? Page() : LocalRedirect(LocalPath.Or(ReturnPath, "/mon-compte/"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var email = EmailAddress.Read(Email);
        await CheckAsync(email, cancel);
        if (ModelState.ErrorCount > 0)
        {
            return this.Refused();
        }

        if (!limits.MayRegister(Network.Of(HttpContext.Connection.RemoteIpAddress)))
        {
            return this.Refused("email", t["Trop de demandes. Attendez une heure, puis recommencez."], StatusCodes.Status429TooManyRequests);
        }

        await SaveAsync(email!, await hasher.HashAsync(Password!, cancel), cancel);
        count.Step(HttpContext, ReadStep.Asked, ReturnPath);
        return LocalRedirect("/inscription/verifiez-vos-mails");
    }

    private async Task CheckAsync(string? email, CancellationToken cancel)
    {
        if (email is null)
        {
            ModelState.AddModelError("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }
        else if (email != Sure && MistypedDomain.Guess(email) is { } guess)
        {
            ModelState.AddModelError("email", t["Vouliez-vous écrire {0} ? Si l’adresse est juste, envoyez de nouveau.", guess]);
            Sure = email;
            // No page gives a password back.
            ModelState.AddModelError("password", t["Retapez aussi votre mot de passe."]);
        }

        if (DisplayNames.Read(DisplayName) is null)
        {
            ModelState.AddModelError("nom", t["{0} caractères au plus, sur une ligne.", DisplayNames.Longest]);
        }

        if (ModelState["password"] is not { Errors.Count: > 0 } && await rules.ComplaintAsync(Password, email ?? "", cancel) is { } complaint)
        {
            ModelState.AddModelError("password", complaint);
        }
    }

    private async Task SaveAsync(string email, string hash, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var asked = new Registration
        {
            Email = email,
            DisplayName = DisplayNames.Read(DisplayName)!,
            PasswordHash = hash,
            Language = t.Language.Code(),
            ReturnPath = LocalPath.Or(ReturnPath, "") is { Length: > 0 } path ? path : null,
            CreatedAt = now,
        };
        db.Registrations.Add(asked);
        cookie.Write(Response, asked.Id);
        if (limits.MayMail(AccountMails.Registration, email))
        {
            db.Owe(now, AccountMails.Registration, email, new RegistrationRequest(asked.Id));
        }

        await db.SaveChangesAsync(cancel);
    }
}

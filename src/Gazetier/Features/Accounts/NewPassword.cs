using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Microsoft.AspNetCore.Identity;

namespace Gazetier.Features.Accounts;

/// <summary>Tells what is wrong with a new password in a reader's words; also Identity's own validator.</summary>
public class NewPassword(Masthead masthead, Phrases t) : IPasswordValidator<Account>
{
    /// <summary>The sentence, or null when the password is good.</summary>
    /// <param name="email">Of the account, existing or not yet.</param>
    public async Task<string?> ComplaintAsync(string? password, string email, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(password))
        {
            return t["Choisissez un mot de passe."];
        }

        var paper = (await masthead.ImprintAsync(cancel)).Name;
        string[] words = [email, .. email.Split('@'), paper];
        return PasswordPolicy.Of(password, words) switch
        {
            PasswordWeakness.TooShort => t["Trop court : {0} caractères, il en faut quinze. Une phrase convient très bien.", Argon2PasswordHasher.Normal(password).EnumerateRunes().Count()],
            PasswordWeakness.TooLong => t["{0} caractères au plus.", PasswordPolicy.Longest],
            PasswordWeakness.TooSimple => t["Ce mot de passe répète ou suit quelques touches : il serait vite trouvé."],
            PasswordWeakness.TooCommon => t["Ce mot de passe est parmi les premiers qu’on essaie. Choisissez-en un autre."],
            PasswordWeakness.AboutYou => t["Ce mot de passe est fait de votre adresse ou du nom du journal. Choisissez-en un autre."],
            _ => null,
        };
    }

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        await ComplaintAsync(password, user.Email ?? "", CancellationToken.None) is { } complaint
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordPolicy), Description = complaint })
            : IdentityResult.Success;
}

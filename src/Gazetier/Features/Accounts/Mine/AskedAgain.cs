using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Mine;

/// <summary>What a reader is told when the password that a page asks for again is wrong.</summary>
public static class AskedAgain
{
    public static PageResult RefusedPassword(this PageModel page, string field, PasswordCheck result, Phrases t) => result.IsTooOften
        ? page.Refused(field, t["Trop d’essais. Attendez un quart d’heure, puis recommencez."], StatusCodes.Status429TooManyRequests)
        : page.Refused(field, t["Ce n’est pas votre mot de passe."]);
}

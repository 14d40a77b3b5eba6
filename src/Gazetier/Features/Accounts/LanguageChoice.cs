using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>French or English, chosen at the foot of each page; a reader's choice stays with the account.</summary>
public static class LanguageChoice
{
    public static void MapLanguageChoice(this WebApplication app) => app.MapPost("/langue", ChooseAsync).DisableAntiforgery();

    private static async Task<IResult> ChooseAsync(
        HttpContext context,
        GazetierDb db,
        ForgetReader forget,
        [FromForm] string? langue,
        [FromForm] string? retour,
        CancellationToken cancel)
    {
        var language = LanguageOfRequest.FromCode(langue);
        if (context.SignedIn() is { } signedIn)
        {
            await db.Accounts.Where(a => a.Id == signedIn.AccountId)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, language.Code()), cancel);
            forget(signedIn.AccountId);
        }

        Remember(context.Response, language);
        return Results.LocalRedirect(LocalPath.Or(retour, "/"));
    }

    /// <summary>For this browser, signed in or not.</summary>
    public static void Remember(HttpResponse response, Language language)
    {
        if (language == Language.French)
        {
            response.Cookies.Delete(LanguageOfRequest.Cookie);
        }
        else
        {
            var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true };
            response.Cookies.Append(LanguageOfRequest.Cookie, language.Code(), options);
        }
    }
}

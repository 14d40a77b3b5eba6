using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newspaper;

/// <summary>French or English, chosen at the foot of each page; a reader's choice stays with the account.</summary>
public static class LanguageChoice
{
    public static void MapLanguageChoice(this WebApplication app) => app.MapPost("/langue", ChooseAsync).DisableAntiforgery();

    private static async Task<IResult> ChooseAsync(
        HttpContext context,
        GazetierDb db,
        [FromForm] string? langue,
        [FromForm] string? retour,
        CancellationToken cancel)
    {
        var language = LanguageOfRequest.FromCode(langue);
        if (context.SignedIn() is { } signedIn)
        {
            await db.Accounts.Where(a => a.Id == signedIn.AccountId)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.Language, language.Code()), cancel);
        }

        if (language == Language.French)
        {
            context.Response.Cookies.Delete(LanguageOfRequest.Cookie);
        }
        else
        {
            var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true };
            context.Response.Cookies.Append(LanguageOfRequest.Cookie, language.Code(), options);
        }

        return Results.LocalRedirect(LocalPath.Or(retour, "/"));
    }
}

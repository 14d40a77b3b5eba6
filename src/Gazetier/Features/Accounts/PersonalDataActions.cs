using Gazetier.Data;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Accounts;

/// <summary>The download that <c>/mon-compte/donnees</c> links to.</summary>
public static class PersonalDataActions
{
    public static void MapPersonalData(this WebApplication app) =>
        app.MapGet("/mon-compte/donnees/export", ExportAsync).RequireAuthorization();

    private static async Task<IResult> ExportAsync(HttpContext context, GazetierDb db, ExportPersonalData export, CancellationToken cancel)
    {
        var id = context.SignedIn()!.AccountId;
        var email = await db.Accounts.Where(a => a.Id == id).Select(a => a.Email!).SingleAsync(cancel);
        return Results.File(await export.RunAsync(new Person(id, email), cancel), "application/zip", "mes-donnees.zip");
    }
}

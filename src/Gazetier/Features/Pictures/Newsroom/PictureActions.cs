using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>What the newsroom's scripts ask of the library: pictures to choose from, and what a file says of itself before it is sent.</summary>
public static class PictureActions
{
    private const int Most = 24;
    private const int LongestQuery = 200;

    public static void MapPictureActions(this WebApplication app)
    {
        app.MapGet("/redaction/images/choix", FindAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy);
        app.MapPost("/redaction/images/lire", ReadAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(KeepPicture.MaxBytes + (1024 * 1024)));
    }

    /// <summary>The newest that readers may see and that are called so.</summary>
    private static async Task<IResult> FindAsync(HttpContext context, string? q, GazetierDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!context.SignedIn()!.Role!.Value.May(StaffAct.Write))
        {
            return Results.NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var asked = q is { Length: > LongestQuery } ? q[..LongestQuery] : q;
        var found = await db.Pictures.AsNoTracking().Where(p => p.RightsEndAt == null || p.RightsEndAt > now)
            .Called(asked).NewestFirst().Take(Most).ToListAsync(cancel);
        return Results.Json(found.Select(PictureJson.Of));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, Phrases t, CancellationToken cancel)
    {
        if (!context.SignedIn()!.Role!.Value.May(StaffAct.KeepPictures))
        {
            return Results.NotFound();
        }

        try
        {
            var file = await FileAsync(context.Request, cancel) ?? throw new PictureRefusedException(PictureRefusal.NotAPicture, "No file.");
            await using var stream = file.OpenReadStream();
            var content = await KeepPicture.ReadAsync(stream, cancel);
            var said = await Task.Run(() => ReadDescription.Run(content), cancel);
            return Results.Json(new { credit = said.Credit, alt = said.AlternativeText, caption = said.Caption ?? "", isMachineMade = said.IsMachineMade });
        }
        catch (PictureRefusedException refused)
        {
            return Results.Json(new { errors = new Dictionary<string, string> { ["file"] = refused.Reason.Said(t) } }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IFormFile?> FileAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasFormContentType ? (await request.ReadFormAsync(cancel)).Files.GetFile("file") : null;
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException and not BadHttpRequestException))
        {
            throw new PictureRefusedException(PictureRefusal.Broken, "The form cannot be read.", error);
        }
    }
}

using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Places;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>
/// The button "Suivre" under a theme, a section, a dossier, an author, a place or a legal text. The page that carries it is kept and the same for
/// all, so it can answer nothing: the reader lands on Ma Gazette, which says what happened and leads back.
/// </summary>
public static class FollowActions
{
    /// <summary>Where a follow is answered.</summary>
    public const string Settings = "/mon-compte/ma-gazette";

    public static void MapFollowActions(this WebApplication app) => app.MapPost("/suivre", FollowAsync).DisableAntiforgery();

    private static async Task<IResult> FollowAsync(
        HttpContext context,
        GazetierDb db,
        OpenPlaces places,
        TimeProvider clock,
        [FromForm] string? kind,
        [FromForm] string? slug,
        [FromForm] string? action,
        [FromForm] string? retour,
        CancellationToken cancel)
    {
        if (Followable.KindOf(kind) is FollowKind.Place && Gazetteer.OfSlug(slug ?? "") is { } place)
        {
            await places.RunAsync([place.Id], cancel);
        }

        if (Followable.KindOf(kind) is not { } asked
            || await db.FindAsync(asked, [slug ?? ""], cancel) is not [var named])
        {
            return Results.NotFound();
        }

        var back = $"&kind={kind}&slug={Uri.EscapeDataString(named.Slug)}&retour={Uri.EscapeDataString(LocalPath.Or(retour, "/"))}";
        if (context.SignedIn() is not { } reader)
        {
            // Once signed in, the box is ticked and waits for the reader's own click: nothing is chosen by a link.
            return Results.LocalRedirect("/connexion?retour=" + Uri.EscapeDataString(Settings + "?fait=coche" + back));
        }

        var isEnd = action == "quitter";
        await SetAsync(db, reader.AccountId, new Subject(asked, named.Id), !isEnd, clock.GetUtcNow().UtcDateTime, cancel);
        return Results.LocalRedirect(Settings + (isEnd ? "?fait=quitte" : "?fait=suivi") + back);
    }

    private static Task SetAsync(GazetierDb db, Guid accountId, Subject subject, bool isFollowed, DateTime now, CancellationToken cancel) =>
        db.InTransactionAsync(
            async token =>
            {
                var mine = db.Follows.Where(f => f.AccountId == accountId && f.Kind == subject.Kind && f.SubjectId == subject.Id);
                if (!isFollowed)
                {
                    await mine.ExecuteDeleteAsync(token);
                }
                else if (!await mine.AnyAsync(token))
                {
                    db.Follows.Add(new Follow { AccountId = accountId, Kind = subject.Kind, SubjectId = subject.Id, CreatedAt = now });
                }
            },
            cancel);
}

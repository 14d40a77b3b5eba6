using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>Small acts on a manuscript. Notes: added, resolved, opened again. Whoever writes for the newspaper may note on any article. Moves without a save.</summary>
public static class ManuscriptActions
{
    public static void MapManuscriptActions(this WebApplication app)
    {
        app.MapPost("/redaction/articles/{id:long}/notes", NoteAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy).DisableAntiforgery();
        app.MapPost("/redaction/articles/{id:long}/etape", MoveAsync).RequireAuthorization(NewsroomIsForStaff.StaffPolicy).DisableAntiforgery();
        app.MapGet("/redaction/articles/{id:long}/revisions/comparer", Chosen).RequireAuthorization(NewsroomIsForStaff.StaffPolicy);
    }

    /// <summary>The two revisions that were ticked in the list, as an address.</summary>
    private static IResult Chosen(long id, int a = 1, int b = 1) => Results.LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}/revisions/{a}/{b}"));

    private static async Task<IResult> NoteAsync(
        HttpContext context, long id, GazetierDb db, TimeProvider clock,
        [FromForm] string? passage, [FromForm] string? text, [FromForm] Guid? resolve, CancellationToken cancel)
    {
        var me = context.SignedIn()!;
        if (!me.Role!.Value.May(StaffAct.Write))
        {
            return Results.NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var isKept = await db.InTransactionAsync(
            token => resolve is { } note ? TurnAsync(db, id, note, me.AccountId, now, token) : AddAsync(db, id, passage, text, me.AccountId, now, token), cancel);
        return isKept is null ? Results.NotFound() : Results.LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}{(isKept.Value ? "?fait=note" : "")}#notes"));
    }

    /// <returns>Null where there is no such article, false where nothing was written.</returns>
    private static async Task<bool?> AddAsync(GazetierDb db, long id, string? passage, string? text, Guid by, DateTime now, CancellationToken cancel)
    {
        if (await db.OpenManuscriptAsync(id, now, cancel) is null)
        {
            return null;
        }

        var said = Printable.Only(text ?? "").Trim();
        if (said.Length == 0)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        db.Notes.Add(new Note
        {
            ArticleId = id,
            Passage = Plain.Shorten(Printable.Line(passage ?? ""), Note.MaxPassage),
            Text = Plain.Shorten(said, Note.MaxLength),
            At = now,
            ById = by,
        });
        return true;
    }

    private static async Task<bool?> TurnAsync(GazetierDb db, long id, Guid noteId, Guid by, DateTime now, CancellationToken cancel)
    {
        if (await db.Notes.FirstOrDefaultAsync(n => n.Id == noteId && n.ArticleId == id, cancel) is not { } note)
        {
            return null;
        }

        var isOpen = note.ResolvedAt is null;
        note.ResolvedAt = isOpen ? now : null;
        note.ResolvedById = isOpen ? by : null;
        return true;
    }

    /// <summary>For those who may move it but not write on it; the writing desk moves with its own form, which saves first.</summary>
    private static async Task<IResult> MoveAsync(HttpContext context, long id, MoveManuscript move, [FromForm] string? suite, CancellationToken cancel)
    {
        var hasMoved = Enum.TryParse<Stage>(suite, out var to) && await move.RunAsync(id, to, context.SignedIn()!, cancel);
        return Results.LocalRedirect(FormattableString.Invariant($"/redaction/articles/{id}?fait={(hasMoved ? "etape" : "annule")}"));
    }
}

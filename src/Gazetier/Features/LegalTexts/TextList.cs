using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>One page of a list of legal texts, newest first.</summary>
/// <param name="Path">The list's address, with its slash.</param>
/// <param name="Today">On the newspaper's clock: what the texts are worth is said for this day.</param>
public sealed record TextList(IReadOnlyList<LegalText> Texts, Paging Paging, string Path, DateOnly Today)
{
    /// <summary>Texts on a page.</summary>
    public const int Size = 20;

    /// <summary>Of all kinds, or of one; null when the list has no such page. Leaves its tags with the request.</summary>
    public static async Task<TextList?> ReadAsync(GazetierDb db, Masthead masthead, LegalTextKind? kind, DateTime now, HttpContext context)
    {
        var cancel = context.RequestAborted;
        var zone = await masthead.ZoneAsync(cancel);
        var texts = db.LegalTexts.AsNoTracking().Published(now).Where(t => kind == null || t.Kind == kind);
        var paging = new Paging(GiveKeptPage.PageNumber(context.Request), Size, await texts.CountAsync(cancel));
        context.Tags().Add(LegalTextTags.All);
        context.Tags().ExpireAt(masthead.NextMidnight(zone));
        return paging.IsOut
            ? null
            : new TextList(
                await texts.WithStates().NewestFirst().Skip(paging.Skip).Take(Size).ToListAsync(cancel),
                paging,
                kind is { } one ? LegalTextAddress.Of(one) : LegalTextAddress.All,
                LocalMoment.DayOf(now, zone));
    }
}

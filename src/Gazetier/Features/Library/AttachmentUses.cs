using Gazetier.Data;
using Gazetier.Features.Attachments;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>Where a document, a film or a sound is used: texts are searched for its key, under whatever name they give it.</summary>
public class AttachmentUses(GazetierDb db)
{
    public async Task<IReadOnlyList<Use>> OfAsync(Attachment attachment, CancellationToken cancel)
    {
        var address = $"/fichiers/{attachment.Key}/";
        var bodies = await db.Articles.Where(a => a.Body.Contains(address)).Select(a => new { a.Id, a.Headline }).ToListAsync(cancel);
        var drafts = await db.Manuscripts.Where(m => db.Revisions.Any(r => r.ArticleId == m.ArticleId && r.Number == m.Newest && r.Json.Contains(address)))
            .Select(m => new { Id = m.ArticleId, m.Headline }).ToListAsync(cancel);
        return
        [
            .. bodies.Select(a => new Use(UseKind.Body, a.Headline, Desk(a.Id))),
            .. drafts.Where(a => !bodies.Exists(body => body.Id == a.Id)).Select(a => new Use(UseKind.Draft, a.Headline, Desk(a.Id))),
        ];
    }

    private static string Desk(long id) => FormattableString.Invariant($"/redaction/articles/{id}");
}

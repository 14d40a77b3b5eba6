using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>
/// Gives a picture another file: a better scan, a face made unrecognisable. What is said of it and where it is used stay; texts
/// name the new file from then on, and addresses that were written down elsewhere lead to it. The old file is gone.
/// </summary>
public class ReplacePicture(GazetierDb db, PictureUses uses, KeepPicture keep, PictureFiles files, TimeProvider clock)
{
    /// <returns>False where there is no such picture, or another of the library is this very file.</returns>
    /// <exception cref="PictureRefusedException">The file cannot be taken; says why.</exception>
    public async Task<bool> RunAsync(Guid id, byte[] content, SignedIn staff, CancellationToken cancel)
    {
        var key = KeepPicture.KeyOf(content);
        if (await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } known || await db.Pictures.AnyAsync(p => p.Key == key, cancel))
        {
            return false;
        }

        var file = await keep.StoreAsync(content, known.Description(), cancel);
        await db.InTransactionAsync(token => ReplaceAsync(id, known.Key, file, staff, token), cancel);
        files.Forget(known.Key);
        return true;
    }

    private async Task ReplaceAsync(Guid id, string before, StoredPicture file, SignedIn staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var picture = await db.Pictures.FirstAsync(p => p.Id == id, cancel);
        var articles = await uses.ArticlesAsync(picture, cancel);
        var revisions = await uses.RevisionsAsync(before, cancel);
        var tags = await PictureTags.OfAsync(db, uses, picture, cancel);
        // Back to a file that it had before: its key is no former one any more.
        await db.FormerPictureKeys.Where(f => f.Key == file.Key).ExecuteDeleteAsync(cancel);
        db.FormerPictureKeys.Add(new FormerKey { Key = before, PictureId = id });
        (picture.Key, picture.Width, picture.Height, picture.Size) = (file.Key, file.Width, file.Height, file.Size);
        picture.IsMachineMade |= file.IsMachineMade;
        foreach (var article in articles)
        {
            article.Body = Swap(article.Body, before, picture);
        }

        foreach (var revision in revisions)
        {
            var written = revision.Content();
            revision.Json = (written with { Body = Swap(written.Body, before, picture) }).ToJson();
        }

        db.Append(now, "picture.replaced", tags);
        db.Record(now, staff, "picture.replaced", detail: $"{before} → {file.Key}");
    }

    /// <summary>The body with the new file in the place of the old one, at the widths that it has.</summary>
    private static string Swap(string body, string before, Picture picture)
    {
        if (!body.Contains(before, StringComparison.Ordinal))
        {
            return body;
        }

        var page = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + body).Body!;
        foreach (var image in page.QuerySelectorAll($"img[src^='/images/{before}/']").ToList())
        {
            var around = image.ParentElement is { LocalName: "picture" } whole ? whole : image;
            var sizes = image.GetAttribute("sizes") is { Length: > 0 } said ? said : PictureMarkup.InText;
            around.OuterHtml = PictureMarkup.Html(picture.Key, picture.Width, picture.Height, image.GetAttribute("alt") ?? "", sizes);
        }

        return Body.Sanitise(page.InnerHtml);
    }
}

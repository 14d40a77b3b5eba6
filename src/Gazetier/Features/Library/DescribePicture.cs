using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>
/// Says something else of a picture. Pages that show it are made anew, and so are its renditions: the credit stands in their
/// files, too.
/// </summary>
public class DescribePicture(GazetierDb db, PictureUses uses, PictureFiles files, TimeProvider clock)
{
    /// <returns>Null where it is gone.</returns>
    public async Task<Picture?> RunAsync(Guid id, PictureDescription said, DateTime? rightsEndAt, Focus focus, SignedIn staff, CancellationToken cancel)
    {
        var picture = await db.InTransactionAsync(
            async token =>
            {
                if (await db.Pictures.FirstOrDefaultAsync(p => p.Id == id, token) is not { } found)
                {
                    return null;
                }

                var now = clock.GetUtcNow().UtcDateTime;
                var detail = Changed(found, said, rightsEndAt, focus);
                Apply(found, said, rightsEndAt, focus);
                if (detail.Length > 0)
                {
                    found.DescribedAt = now;
                    db.Append(now, "picture.described", await PictureTags.OfAsync(db, uses, found, token));
                    db.Record(now, staff, "picture.described", detail: $"{found.Key} {detail}");
                }

                return found;
            },
            cancel);
        if (picture is not null)
        {
            files.ForgetRenditions(picture.Key);
        }

        return picture;
    }

    private static void Apply(Picture picture, PictureDescription said, DateTime? rightsEndAt, Focus focus)
    {
        var clean = said.Cleaned();
        picture.Credit = clean.Credit;
        picture.AlternativeText = clean.AlternativeText;
        picture.Caption = clean.Caption ?? "";
        picture.Rights = clean.Rights;
        picture.Origin = clean.Origin;
        picture.IsMachineMade = clean.IsMachineMade;
        picture.RightsEndAt = rightsEndAt;
        (picture.FocusX, picture.FocusY) = (focus.X, focus.Y);
    }

    /// <summary>What changes, for the record; the old credit is worth knowing.</summary>
    private static string Changed(Picture picture, PictureDescription said, DateTime? rightsEndAt, Focus focus) => string.Join(", ", new[]
    {
        picture.Credit == said.Credit ? "" : $"credit (was: {picture.Credit})",
        picture.AlternativeText == said.AlternativeText ? "" : "alternative text",
        picture.Caption == (said.Caption ?? "") ? "" : "caption",
        picture.Rights == said.Rights ? "" : "rights",
        picture.Origin == said.Origin ? "" : "origin",
        picture.IsMachineMade == said.IsMachineMade ? "" : said.IsMachineMade ? "machine-made" : "not machine-made",
        picture.RightsEndAt == rightsEndAt ? "" : FormattableString.Invariant($"rights end {rightsEndAt:yyyy-MM-dd HH:mm}"),
        picture.FocusX == focus.X && picture.FocusY == focus.Y ? "" : "focus",
    }.Where(one => one.Length > 0));
}

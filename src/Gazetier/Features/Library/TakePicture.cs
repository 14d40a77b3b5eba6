using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Library;

/// <summary>
/// Takes a picture that somebody of the newsroom brings: what they say of it counts; what they leave out is taken from the file,
/// which often says it.
/// </summary>
public class TakePicture(GazetierDb db, KeepPicture keep, TimeProvider clock)
{
    /// <param name="isDecoration">It says nothing that the text beside it does not: no alternative text is asked for.</param>
    /// <exception cref="PictureRefusedException">It cannot be taken, or neither they nor the file say what must be said.</exception>
    public async Task<Picture> RunAsync(byte[] content, PictureDescription said, bool isDecoration, SignedIn staff, CancellationToken cancel)
    {
        var found = await Task.Run(() => ReadDescription.Run(content), cancel);
        var description = new PictureDescription(
            Or(said.Credit, found.Credit),
            isDecoration ? "" : Or(said.AlternativeText, found.AlternativeText),
            Or(said.Caption ?? "", found.Caption ?? ""),
            Or(said.Rights, found.Rights),
            Or(said.Origin, found.Origin),
            said.IsMachineMade || found.IsMachineMade);
        if (description.AlternativeText.Length == 0 && !isDecoration)
        {
            throw new PictureRefusedException(PictureRefusal.NoAlternativeText, "Nobody says what the picture shows.");
        }

        var key = KeepPicture.KeyOf(content);
        var isThere = await db.Pictures.AnyAsync(p => p.Key == key, cancel);
        var picture = await keep.RunAsync(content, description, cancel);
        if (!isThere)
        {
            db.Record(clock.GetUtcNow().UtcDateTime, staff, "picture.kept", detail: $"{picture.Key} {picture.Credit}");
            await db.SaveChangesAsync(cancel);
        }

        return picture;
    }

    private static string Or(string said, string found) => said.Length > 0 ? said : found;
}

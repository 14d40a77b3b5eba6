using Gazetier.Data;
using Gazetier.Locales;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Purchases.Mine;

/// <summary>Keeps the purchase order that came with a form, in the place of the one before.</summary>
public static class KeepOrderFile
{
    /// <summary>Null: it is kept, within whatever the caller is about to save, or there was none.</summary>
    public static async Task<string?> ComplaintAsync(this GazetierDb db, Guid purchase, IFormFile? sent, Phrases t, CancellationToken cancel)
    {
        if (sent is null || sent.Length == 0)
        {
            return null;
        }

        if (sent.Length > PurchaseFile.MaxSize)
        {
            return t["Ce fichier est trop lourd : {0} Mo au plus.", PurchaseFile.MaxSize / 1024 / 1024];
        }

        using var content = new MemoryStream((int)sent.Length);
        await sent.CopyToAsync(content, cancel);
        var bytes = content.ToArray();
        if (PurchaseFile.TypeOf(bytes) is not { } type)
        {
            return t["Ce fichier n’est ni un PDF, ni une image PNG ou JPEG."];
        }

        var file = await db.PurchaseFiles.FirstOrDefaultAsync(f => f.PurchaseId == purchase, cancel);
        if (file is null)
        {
            file = new PurchaseFile { PurchaseId = purchase, Name = "", ContentType = "", Content = [] };
            db.PurchaseFiles.Add(file);
        }

        (file.Name, file.ContentType, file.Content) = (PurchaseFile.NameOf(sent.FileName, type), type, bytes);
        return null;
    }
}

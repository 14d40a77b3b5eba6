using Gazetier.Text;

namespace Gazetier.Features.Purchases;

/// <summary>Bon de commande: the file that an organisation sends with its purchase. Only its buyer and the desk see it.</summary>
public class PurchaseFile
{
    /// <summary>Bytes.</summary>
    public const int MaxSize = 10 * 1024 * 1024;

    public const int MaxName = 100;

    public Guid PurchaseId { get; set; }

    /// <summary>Without folders and signs that a header does not carry.</summary>
    public required string Name { get; set; }

    public required string ContentType { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>Told by the bytes, whatever the file is called. Null: neither PDF nor PNG nor JPEG.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ => null,
    };

    /// <summary>"bon-de-commande.pdf": the name that it had, and the ending that it should have.</summary>
    public static string NameOf(string typed, string contentType)
    {
        var stem = Slug.From(Path.GetFileNameWithoutExtension(Printable.Line(typed.Replace('\\', '/'))));
        stem = stem.Length == 0 ? "bon-de-commande" : stem.Length > MaxName - 5 ? stem[..(MaxName - 5)] : stem;
        return stem + contentType switch { "application/pdf" => ".pdf", "image/png" => ".png", _ => ".jpg" };
    }
}

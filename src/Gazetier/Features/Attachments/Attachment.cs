using Gazetier.Text;

namespace Gazetier.Features.Attachments;

/// <summary>A file that an article gives to its readers or plays: a document, a film, a sound, the captions of a film.</summary>
public class Attachment
{
    public const int MaxName = 120;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>
    /// First 32 hexadecimal digits of the SHA-256 of its bytes: it is kept once, and stands at an address that nobody can guess who
    /// does not have the file. That is all that keeps a file of a withheld part from who may not read it: whoever was given the
    /// address may pass it on, as they might the file.
    /// </summary>
    public required string Key { get; set; }

    /// <summary>As readers see it when they save the file, with its extension: "rapport-2026.pdf".</summary>
    public required string Name
    {
        get;
        set
        {
            field = value;
            NameFolded = Fold.Of(value);
        }
    }

    /// <summary>Without case and accents, for the newsroom's search; follows the name.</summary>
    public string NameFolded { get; private set; } = "";

    public AttachmentKind Kind { get; set; }

    public long Bytes { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>The path of the file.</summary>
    public string Address => $"/fichiers/{Key}/{Name}";

    /// <summary>A name that an address carries unescaped, with the extension that the content asks for.</summary>
    public static string NameOf(string said, AttachmentKind kind)
    {
        var extension = "." + kind.Extension();
        var stem = said.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? said[..^extension.Length] : Path.GetFileNameWithoutExtension(said);
        var slug = Slug.From(stem);
        var longest = MaxName - extension.Length;
        return (slug.Length == 0 ? "fichier" : slug.Length > longest ? slug[..longest].TrimEnd('-') : slug) + extension;
    }
}

using System.IO.Compression;
using System.Text;

namespace Gazetier.Features.Attachments;

/// <summary>
/// Tells which document a zip is, by the list of its parts; of their content it unpacks one line. A document with macros is
/// refused: readers open what a newspaper gives them.
/// </summary>
internal static class PackedDocument
{
    private const int MaxParts = 20_000;
    private const int LongestType = 100;

    private static readonly (string Part, AttachmentKind Kind)[] Office =
        [("word/document.xml", AttachmentKind.Docx), ("xl/workbook.xml", AttachmentKind.Xlsx), ("ppt/presentation.xml", AttachmentKind.Pptx)];

    /// <exception cref="AttachmentRefusedException">Not a document, broken, or with macros.</exception>
    public static AttachmentKind KindOf(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxParts)
            {
                throw Unknown();
            }

            var parts = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)))
            {
                throw new AttachmentRefusedException(AttachmentRefusal.HasMacros, "The document holds macros.");
            }

            var office = Array.Find(Office, one => parts.Contains(one.Part));
            return office.Part is not null && parts.Contains("[Content_Types].xml") ? office.Kind : OpenDocument(zip) ?? throw Unknown();
        }
        catch (InvalidDataException error)
        {
            throw new AttachmentRefusedException(AttachmentRefusal.Broken, "The zip cannot be read.", error);
        }
    }

    /// <summary>An OpenDocument says what it is in its first part.</summary>
    private static AttachmentKind? OpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { } entry)
        {
            return null;
        }

        using var part = entry.Open();
        var type = new byte[LongestType];
        var length = part.ReadAtLeast(type, LongestType, throwOnEndOfStream: false);
        return Encoding.ASCII.GetString(type, 0, length).Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => AttachmentKind.Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => AttachmentKind.Ods,
            "application/vnd.oasis.opendocument.presentation" => AttachmentKind.Odp,
            _ => null,
        };
    }

    private static AttachmentRefusedException Unknown() => new(AttachmentRefusal.Unknown, "The zip is no document.");
}

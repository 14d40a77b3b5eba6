using System.Buffers.Binary;

namespace Gazetier.Features.Attachments;

/// <summary>The files that articles may give or play. Told by their content: names and declared types lie.</summary>
public enum AttachmentKind
{
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    Odp,
    Mp4,
    WebM,
    Mp3,
    M4a,
    Ogg,
    Wav,

    /// <summary>Captions of a film.</summary>
    Vtt,
}

public static class AttachmentKinds
{
    /// <summary>Bytes that <see cref="Sniff"/> wants to see.</summary>
    public const int Looked = 4096;

    private const long Megabyte = 1024 * 1024;

    /// <summary>A film: 500 MB, some twenty minutes as the web shows them.</summary>
    public const long MaxVideo = 500 * Megabyte;

    public const long MaxAudio = 200 * Megabyte;
    public const long MaxDocument = 50 * Megabyte;
    public const long MaxCaptions = Megabyte;

    private static readonly string[] Films = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "MSNV", "dash", "3gp4", "3gp5", "qt  "];

    /// <summary>Null where the bytes open none of the forms we take. A packed document is told apart by <see cref="PackedDocument"/>.</summary>
    public static AttachmentKind? Sniff(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => AttachmentKind.Pdf,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Brand(start),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => start.IndexOf("webm"u8) is > 0 and < 64 ? AttachmentKind.WebM : null,
        [(byte)'I', (byte)'D', (byte)'3', >= 2 and <= 4, ..] => AttachmentKind.Mp3,
        [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2, ..] => AttachmentKind.Mp3,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] => AttachmentKind.Ogg,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => AttachmentKind.Wav,
        _ => IsCaptions(start) ? AttachmentKind.Vtt : null,
    };

    /// <summary>A zip, which may hold a document.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3, 4, ..];

    public static string Extension(this AttachmentKind kind) => kind.ToString().ToLowerInvariant();

    public static string ContentType(this AttachmentKind kind) => kind switch
    {
        AttachmentKind.Pdf => "application/pdf",
        AttachmentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        AttachmentKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        AttachmentKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        AttachmentKind.Odt => "application/vnd.oasis.opendocument.text",
        AttachmentKind.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        AttachmentKind.Odp => "application/vnd.oasis.opendocument.presentation",
        AttachmentKind.Mp4 => "video/mp4",
        AttachmentKind.WebM => "video/webm",
        AttachmentKind.Mp3 => "audio/mpeg",
        AttachmentKind.M4a => "audio/mp4",
        AttachmentKind.Ogg => "audio/ogg",
        AttachmentKind.Wav => "audio/wav",
        _ => "text/vtt; charset=utf-8",
    };

    public static bool IsVideo(this AttachmentKind kind) => kind is AttachmentKind.Mp4 or AttachmentKind.WebM;

    public static bool IsAudio(this AttachmentKind kind) => kind is AttachmentKind.Mp3 or AttachmentKind.M4a or AttachmentKind.Ogg or AttachmentKind.Wav;

    public static bool IsDocument(this AttachmentKind kind) => kind < AttachmentKind.Mp4;

    /// <summary>Bytes.</summary>
    public static long Largest(this AttachmentKind kind) =>
        kind.IsVideo() ? MaxVideo : kind.IsAudio() ? MaxAudio : kind == AttachmentKind.Vtt ? MaxCaptions : MaxDocument;

    private static AttachmentKind? Brand(ReadOnlySpan<byte> start)
    {
        if (start.Length < 12 || BinaryPrimitives.ReadUInt32BigEndian(start) is < 12 or > 4096)
        {
            return null;
        }

        var brand = System.Text.Encoding.Latin1.GetString(start.Slice(8, 4));
        return brand is "M4A " or "M4B " ? AttachmentKind.M4a : Films.Contains(brand, StringComparer.Ordinal) ? AttachmentKind.Mp4 : null;
    }

    private static bool IsCaptions(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        return text.StartsWith("WEBVTT"u8) && (text.Length == 6 || text[6] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r');
    }
}

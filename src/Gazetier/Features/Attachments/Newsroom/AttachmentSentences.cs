using Gazetier.Locales;

namespace Gazetier.Features.Attachments.Newsroom;

/// <summary>Kinds of file and refusals in a person's words.</summary>
internal static class AttachmentSentences
{
    private const long Megabyte = 1024 * 1024;

    public static string Said(this AttachmentRefusedException refused, Phrases t) => refused.Reason switch
    {
        AttachmentRefusal.Missing => t["Choisissez un fichier qui ne soit pas vide."],
        AttachmentRefusal.TooHeavy => t["Ce fichier est trop lourd : {0} Mo au plus.", (refused.Kind?.Largest() ?? AttachmentKinds.MaxDocument) / Megabyte],
        AttachmentRefusal.HasMacros => t["Ce document contient des macros : enregistrez-le sans elles, ou en PDF."],
        AttachmentRefusal.BrokenCaptions => t["Ces sous-titres ne se lisent pas à la ligne {0} : chaque réplique a un début, une fin et un texte, en UTF-8.", refused.Line],
        AttachmentRefusal.Broken => t["Ce fichier est abîmé ou incomplet : ouvrez-le et enregistrez-le de nouveau, puis recommencez."],
        _ => t["Ce fichier n’est ni un document (PDF, Word, Excel, PowerPoint, OpenDocument), ni une vidéo (MP4, WebM), ni un son (MP3, M4A, OGG, WAV), ni des sous-titres (VTT), quel que soit son nom."],
    };

    public static string Name(this AttachmentKind kind, Phrases t) =>
        kind.IsVideo() ? t["Vidéo"] : kind.IsAudio() ? t["Son"] : kind == AttachmentKind.Vtt ? t["Sous-titres"] : t["Document"];

    /// <summary>"1,2 Mo".</summary>
    public static string Weight(long bytes, Phrases t) => bytes < Megabyte ? t["{0:N0} Ko", Math.Max(1, bytes / 1024)] : t["{0:N1} Mo", bytes / (double)Megabyte];
}

using Gazetier.Locales;

namespace Gazetier.Features.Magazine;

public static class MagazineNames
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>"1,2 Mo".</summary>
    public static string Weight(long bytes, Phrases t) => t["{0:N1} Mo", Math.Max(0.1, bytes / Megabyte)];

    public static string Said(this PdfRefusal reason, Phrases t) => reason switch
    {
        PdfRefusal.TooHeavy => t["Ce fichier est trop lourd : {0} Mo au plus.", PrintFiles.Most / (long)Megabyte],
        PdfRefusal.Broken => t["Ce fichier est abîmé ou incomplet : ouvrez-le et enregistrez-le de nouveau, puis recommencez."],
        _ => t["Ce fichier n’est pas un PDF, quel que soit son nom."],
    };

    /// <summary>Whether readers see an issue.</summary>
    public static string StateName(this PrintIssue issue, Phrases t) => issue.PublishedAt is null ? t["En préparation"] : t["Publié"];
}

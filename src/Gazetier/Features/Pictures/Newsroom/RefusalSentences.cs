using Gazetier.Locales;

namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>Why a picture was not taken, in a sentence that says what to do; and the field of the form that it is about.</summary>
internal static class RefusalSentences
{
    public static string Said(this PictureRefusal reason, Phrases t) => reason switch
    {
        PictureRefusal.NoCredit => t["Dites qui a fait l’image et qui en détient les droits : le fichier ne le dit pas."],
        PictureRefusal.NoAlternativeText => t["Dites en une phrase ce que montre l’image, ou déclarez-la décorative."],
        PictureRefusal.TooHeavy => t["Ce fichier est trop lourd : {0} Mo au plus.", KeepPicture.MaxBytes / 1024 / 1024],
        PictureRefusal.TooLarge => t["Cette image est trop grande : 100 millions de pixels au plus, et 16 383 pixels de côté."],
        PictureRefusal.NotAPicture => t["Ce fichier n’est pas une image JPEG, PNG, WebP, GIF, AVIF ou SVG, quel que soit son nom."],
        PictureRefusal.UnsafeDrawing => t["Ce dessin SVG contient un script, des entités ou un appel à un autre fichier : enregistrez-le à plat depuis votre logiciel de dessin."],
        _ => t["Ce fichier est abîmé ou incomplet : ouvrez-le et enregistrez-le de nouveau, puis recommencez."],
    };

    public static string Field(this PictureRefusal reason) => reason switch
    {
        PictureRefusal.NoCredit => "credit",
        PictureRefusal.NoAlternativeText => "alt",
        _ => "file",
    };
}

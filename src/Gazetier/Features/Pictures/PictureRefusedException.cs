namespace Gazetier.Features.Pictures;

/// <summary>A file that the newspaper does not take as a picture; <see cref="Reason"/> says why, for a screen or a report.</summary>
public sealed class PictureRefusedException : Exception
{
    public PictureRefusedException(PictureRefusal reason, string message, Exception? cause = null)
        : base(message, cause) => Reason = reason;

    public PictureRefusal Reason { get; }
}

/// <summary>Why a picture was refused.</summary>
public enum PictureRefusal
{
    /// <summary>Nobody is named as its author: what has no credit is not published.</summary>
    NoCredit,

    /// <summary>Nobody says what it shows, and it is not called a decoration.</summary>
    NoAlternativeText,

    /// <summary>Over <see cref="KeepPicture.MaxBytes"/>.</summary>
    TooHeavy,

    /// <summary>Over <see cref="PictureReader.MaxPixels"/>, or a side over <see cref="PictureReader.MaxSide"/>.</summary>
    TooLarge,

    /// <summary>Not a JPEG, PNG, WebP, GIF, AVIF or SVG file, whatever its name says.</summary>
    NotAPicture,

    /// <summary>Begins as a picture and cannot be read to its end.</summary>
    Broken,

    /// <summary>A drawing that runs a script, expands entities or reaches for another file.</summary>
    UnsafeDrawing,
}

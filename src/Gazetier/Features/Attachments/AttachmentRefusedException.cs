namespace Gazetier.Features.Attachments;

/// <summary>A file that the newspaper does not take; <see cref="Reason"/> says why, for a screen.</summary>
public sealed class AttachmentRefusedException : Exception
{
    public AttachmentRefusedException(AttachmentRefusal reason, string message, Exception? cause = null)
        : base(message, cause) => Reason = reason;

    public AttachmentRefusal Reason { get; }

    /// <summary>What was recognised before it was refused; null where nothing was.</summary>
    public AttachmentKind? Kind { get; init; }

    /// <summary>Of captions that cannot be read: the line, from 1.</summary>
    public int Line { get; init; }
}

/// <summary>Why a file was refused.</summary>
public enum AttachmentRefusal
{
    /// <summary>Nothing was sent.</summary>
    Missing,

    /// <summary>None of <see cref="AttachmentKind"/>, whatever its name says.</summary>
    Unknown,

    /// <summary>Over what its kind may weigh.</summary>
    TooHeavy,

    /// <summary>A document that brings a program along.</summary>
    HasMacros,

    /// <summary>Captions that no player can show.</summary>
    BrokenCaptions,

    /// <summary>It ended before its end.</summary>
    Broken,
}

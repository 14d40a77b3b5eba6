namespace Gazetier.Features.Articles;

/// <summary>What machines had to do with a text (L-90; EU 2024/1689, article 50). Kept as its name in the database.</summary>
public enum MachineUse
{
    /// <summary>A person wrote it.</summary>
    None,

    /// <summary>A person wrote it with a machine's help: a translation, a summary, a transcription.</summary>
    Assisted,

    /// <summary>A machine wrote it.</summary>
    Generated,
}

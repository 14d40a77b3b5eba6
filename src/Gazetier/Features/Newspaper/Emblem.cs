namespace Gazetier.Features.Newspaper;

/// <summary>Logo or icon of the newspaper: a small PNG, kept in the database so that every node has it.</summary>
public class Emblem
{
    /// <summary>First 32 hexadecimal digits of the SHA-256 of the content: what stands at its address never changes.</summary>
    public required string Key { get; set; }

    public required byte[] Content { get; set; }
}

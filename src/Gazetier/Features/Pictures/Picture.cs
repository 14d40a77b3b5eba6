namespace Gazetier.Features.Pictures;

/// <summary>
/// A picture with what the law and the reader need: its credit and its alternative text. The file lies in the data
/// folder under <see cref="Key"/>; what browsers get are renditions of it, made once.
/// </summary>
public class Picture
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>First 32 hexadecimal digits of the SHA-256 of the original: the same picture is kept once.</summary>
    public required string Key { get; set; }

    /// <summary>Who made it and who holds the rights; obligatory, and shown ("© credit").</summary>
    public required string Credit { get; set; }

    /// <summary>What the picture shows, for those who cannot see it; obligatory. Empty only for a decoration.</summary>
    public required string AlternativeText { get; set; }

    /// <summary>Pixels of the original, as shown (after its orientation is applied).</summary>
    public int Width { get; set; }

    /// <summary>Pixels of the original, as shown (after its orientation is applied).</summary>
    public int Height { get; set; }

    /// <summary>Bytes of the original.</summary>
    public long Size { get; set; }

    public DateTime CreatedAt { get; set; }
}

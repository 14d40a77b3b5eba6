namespace Gazetier.Features.Pictures;

/// <summary>A key that a picture had before its file was replaced: addresses that were written down lead to the new file.</summary>
public class FormerKey
{
    public required string Key { get; set; }

    public Guid PictureId { get; set; }
}

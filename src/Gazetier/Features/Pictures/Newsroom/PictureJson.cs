namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>A picture as the newsroom's scripts read it.</summary>
/// <param name="Src">A JPEG of it that everything can show.</param>
/// <param name="Width">Pixels of the original.</param>
/// <param name="Height">Pixels of the original.</param>
/// <param name="Alt">Empty for a decoration.</param>
public sealed record PictureJson(Guid Id, string Key, string Src, int Width, int Height, string Alt, string Credit, string Caption, bool IsDecorative)
{
    public static PictureJson Of(Picture picture) => new(
        picture.Id, picture.Key, PictureMarkup.Source(picture.Key, picture.Width), picture.Width, picture.Height,
        picture.AlternativeText, picture.Credit, picture.Caption, picture.IsDecoration);
}

namespace Gazetier.Features.Pictures;

public static class PictureMarkup
{
    public static string Html(string key, int width, int height, string alt, string sizes, bool lazy = true, bool priority = false) => "";
}

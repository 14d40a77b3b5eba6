namespace Gazetier.Features.Articles;

public static class Body
{
    public static string Sanitise(string html) => html;
}

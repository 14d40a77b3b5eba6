namespace Gazetier.Text;

public static class Markdown
{
    public static string ToHtml(string markdown, Func<string, string, string?, string?> picture) => "<p>" + markdown.Length + "</p>";
}

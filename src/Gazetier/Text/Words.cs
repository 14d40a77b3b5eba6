namespace Gazetier.Text;

public static class Words
{
    public static int CountHtml(string html) => html.Split(' ').Length;
}

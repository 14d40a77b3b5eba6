namespace Gazetier.Text;

public static class French
{
    public static string Typeset(string html) => html;

    public static string TypesetText(string plain) => plain;
}

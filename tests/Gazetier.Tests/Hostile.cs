namespace Gazetier.Tests;

/// <summary>Text that breaks what is written by hand: markup, control characters, emoji, a right-to-left script.</summary>
public static class Hostile
{
    public const string Headline = "</script><script>alert(1)</script> ]]> &amp; \"' \u0001\b\u001B\uFFFE 🚰👩‍🚒 مياه البلدية \u2028 fin";

    /// <summary>What a reader sees of it: all but the characters that no format carries.</summary>
    public const string Shown = "</script><script>alert(1)</script> ]]> &amp; \"'  🚰👩‍🚒 مياه البلدية \u2028 fin";
}

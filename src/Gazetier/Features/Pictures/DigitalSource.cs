using System.Text;
using System.Text.RegularExpressions;

namespace Gazetier.Features.Pictures;

/// <summary>How a picture came to be, in IPTC's words: files carry them, and so does what search engines read (L-90).</summary>
public static partial class DigitalSource
{
    private const string Vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /// <summary>A model made it.</summary>
    public const string Trained = Vocabulary + "trainedAlgorithmicMedia";

    /// <summary>True where a model made it, or a part of it.</summary>
    /// <param name="source">The address of a word of IPTC's vocabulary.</param>
    public static bool IsMachine(string? source) =>
        source?.Split('/')[^1] is "trainedAlgorithmicMedia" or "compositeWithTrainedAlgorithmicMedia" or "compositeSynthetic";

    /// <summary>What a packet of XMP says, in whatever way it says it; null where it says nothing.</summary>
    public static string? In(byte[] packet) => Word().Match(Encoding.UTF8.GetString(packet)) is { Success: true } found ? found.Value : null;

    [GeneratedRegex("https?://cv\\.iptc\\.org/newscodes/digitalsourcetype/[A-Za-z]{1,60}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}

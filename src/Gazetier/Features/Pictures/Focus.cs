using System.Globalization;

namespace Gazetier.Features.Pictures;

/// <summary>
/// What must stay in sight where a picture is cropped, in hundredths from its left and top. Pages carry no inline style: the
/// point is said by classes in steps of ten (<c>focus-x-20</c>), which the style sheet knows.
/// </summary>
public readonly record struct Focus(int X, int Y)
{
    public const int Middle = 50;
    private const int Step = 10;

    /// <summary>The classes of an image; empty in the middle, where browsers crop of themselves.</summary>
    public string Classes => string.Join(' ', new[] { Class("x", X), Class("y", Y) }.Where(name => name.Length > 0));

    private static string Class(string axis, int hundredths)
    {
        var step = (int)Math.Round(Math.Clamp(hundredths, 0, 100) / (double)Step, MidpointRounding.AwayFromZero) * Step;
        return step == Middle ? "" : string.Create(CultureInfo.InvariantCulture, $"focus-{axis}-{step}");
    }
}

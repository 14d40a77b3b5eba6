using System.Xml;

namespace Gazetier.Features.Pictures;

/// <summary>What is said of a picture when it comes in.</summary>
/// <param name="Credit">Who made it and who holds the rights; obligatory.</param>
/// <param name="AlternativeText">What it shows; empty only for a decoration.</param>
/// <param name="Caption">What may be said under it; each article captions it anew.</param>
/// <param name="Rights">The terms under which it may be shown.</param>
/// <param name="Origin">Where it comes from; where it is an address, files name it as their statement of rights.</param>
/// <param name="IsMachineMade">A model made it (L-90).</param>
public record PictureDescription(
    string Credit, string AlternativeText, string? Caption = null, string Rights = "", string Origin = "", bool IsMachineMade = false)
{
    /// <summary>Without what neither XML nor a database can hold.</summary>
    internal PictureDescription Cleaned() =>
        new(Clean(Credit), Clean(AlternativeText), Caption is null ? null : Clean(Caption), Clean(Rights), Clean(Origin), IsMachineMade);

    private static string Clean(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Select(r => r.ToString()))
            .Select(c => c is '\r' or '\n' or '\t' ? ' ' : c)
            .Where(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c));
        return string.Concat(kept).Trim();
    }
}

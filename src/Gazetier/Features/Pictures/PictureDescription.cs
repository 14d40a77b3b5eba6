using System.Xml;

namespace Gazetier.Features.Pictures;

/// <summary>What is said of a picture when it comes in.</summary>
/// <param name="Credit">Who made it and who holds the rights; obligatory.</param>
/// <param name="AlternativeText">What it shows; empty only for a decoration.</param>
/// <param name="Caption">Said under it; kept in the file only, since the same picture may be captioned anew in each article.</param>
public record PictureDescription(string Credit, string AlternativeText, string? Caption = null)
{
    /// <summary>Without what neither XML nor a database can hold.</summary>
    internal PictureDescription Cleaned() => new(Clean(Credit), Clean(AlternativeText), Caption is null ? null : Clean(Caption));

    private static string Clean(string text)
    {
        var kept = string.Concat(text.EnumerateRunes().Select(r => r.ToString()))
            .Select(c => c is '\r' or '\n' or '\t' ? ' ' : c)
            .Where(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c));
        return string.Concat(kept).Trim();
    }
}

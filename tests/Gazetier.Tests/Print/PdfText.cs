using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Content;
using PdfSharp.Pdf.Content.Objects;
using PdfSharp.Pdf.IO;

namespace Gazetier.Tests.Print;

/// <summary>Reads the words of a PDF back, by the tables of signs that its fonts bring: as a reader copies them, or has them read aloud.</summary>
internal static partial class PdfText
{
    public static string Of(byte[] pdf)
    {
        using var document = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        var text = new StringBuilder();
        foreach (var page in document.Pages)
        {
            var signs = SignsOf(page);
            var font = "";
            foreach (var act in ContentReader.ReadContent(page).OfType<COperator>())
            {
                if (act.OpCode.OpCodeName == OpCodeName.Tf)
                {
                    font = ((CName)act.Operands[0]).Name;
                }

                foreach (var shown in act.OpCode.OpCodeName is OpCodeName.Tj ? act.Operands.OfType<CString>() : [])
                {
                    Add(text, shown.Value, signs[font]);
                    text.Append('\n');
                }
            }
        }

        return text.Replace(" \n", " ").ToString();
    }

    /// <summary>Of each font of the page: which sign a number stands for.</summary>
    private static Dictionary<string, Dictionary<int, string>> SignsOf(PdfPage page)
    {
        var fonts = page.Resources.Elements.GetDictionary("/Font")!;
        return fonts.Elements.Keys.ToDictionary(name => name, name => Read(fonts.Elements.GetDictionary(name)!.Elements.GetDictionary("/ToUnicode")!), StringComparer.Ordinal);
    }

    private static Dictionary<int, string> Read(PdfDictionary map)
    {
        var signs = new Dictionary<int, string>();
        foreach (Match range in Range().Matches(Encoding.ASCII.GetString(map.Stream.UnfilteredValue)))
        {
            var (from, to, sign) = (Number(range.Groups["from"]), Number(range.Groups["to"]), Number(range.Groups["sign"]));
            for (var i = from; i <= to; i++)
            {
                signs[i] = char.ConvertFromUtf32(sign + i - from);
            }
        }

        return signs;
    }

    private static void Add(StringBuilder text, string shown, Dictionary<int, string> signs)
    {
        for (var i = 0; i + 1 < shown.Length; i += 2)
        {
            text.Append(signs.GetValueOrDefault((shown[i] << 8) | shown[i + 1], "\uFFFD"));
        }
    }

    private static int Number(Group hexadecimal) => int.Parse(hexadecimal.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("<(?<from>[0-9A-F]{4})><(?<to>[0-9A-F]{4})><(?<sign>[0-9A-F]{4})>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();
}

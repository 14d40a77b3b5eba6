using System.Globalization;
using System.Text;
using QRCoder;

namespace Gazetier.Features.Accounts.Factors;

/// <summary>A QR code as one path of an SVG, drawn into the page: the secret in it is in no address and no cache.</summary>
/// <param name="Size">Modules of a side, with the quiet zone.</param>
/// <param name="Path">The dark modules.</param>
public sealed record QrSquare(int Size, string Path)
{
    public static QrSquare Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                var from = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return new QrSquare(code.ModuleMatrix.Count, path.ToString());
    }
}

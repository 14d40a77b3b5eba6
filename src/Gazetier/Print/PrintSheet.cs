using System.Xml.Linq;
using Gazetier.Web;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Gazetier.Print;

/// <summary>
/// Makes a PDF of a <see cref="Sheet"/>: A4, tagged, with its title and its language, so that it can be read aloud. A block that does not
/// fit any more begins the next page.
/// </summary>
public static class PrintSheet
{
    private const double Side = 62;
    private const double Top = 56;
    private const double Foot = 76;
    private const double Leading = 15;
    private const double Gap = 8;
    private const double NameWidth = 150;
    private const double AmountWidth = 110;

    /// <summary>More lines of a text than these are laid as several blocks, so that each fits a page.</summary>
    private const int MostLines = 38;

    /// <summary>Of who publishes it.</summary>
    private const int FootLines = 2;

    public static byte[] ToPdf(Sheet sheet)
    {
        using var document = new PdfDocument();
        document.Info.Title = sheet.Title;
        document.Info.Author = sheet.Newspaper;
        document.Info.CreationDate = sheet.At;
        document.Info.ModificationDate = sheet.At;
        if (sheet.MiningPolicy is { } policy)
        {
            // Where the XMP is not read, TDMRep's words stand among the entries that every reader shows.
            document.Info.Elements.SetString("/tdm-reservation", "1");
            document.Info.Elements.SetString("/tdm-policy", policy);
        }

        document.ViewerPreferences.DisplayDocTitle = true;
        var tagged = UAManager.ForDocument(document);
        tagged.SetDocumentLanguage(sheet.T.Language == Language.English ? "en" : "fr-FR");
        var width = XUnit.FromMillimeter(210).Point - (2 * Side);
        var room = XUnit.FromMillimeter(297).Point - Top - Foot;
        using var measure = XGraphics.CreateMeasureContext(new XSize(width, room), XGraphicsUnit.Point, XPageDirection.Downwards);
        var pages = Share(Lay(sheet, width, measure), room);
        foreach (var (index, pieces) in pages.Index())
        {
            var page = document.AddPage();
            page.Size = PageSize.A4;
            using var drawing = XGraphics.FromPdfPage(page);
            var pen = new Pen(drawing, tagged.StructureBuilder, width);
            var y = Top;
            foreach (var piece in pieces)
            {
                piece.Draw(pen, y);
                y += piece.Height;
            }

            DrawFoot(pen, sheet, index + 1, pages.Count, page.Height.Point);
        }

        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return sheet.MiningPolicy is { } terms ? Amendment.Add(bytes.ToArray(), Reserved(terms)) : bytes.ToArray();
    }

    /// <summary>TDM Reservation Protocol (W3C Community Group, 10 May 2024), metadata of PDF documents.</summary>
    private static XElement Reserved(string policy)
    {
        XNamespace tdm = "http://www.w3.org/ns/tdmrep/";
        return new XElement(Amendment.Rdf + "Description", new XAttribute(Amendment.Rdf + "about", ""), new XAttribute(XNamespace.Xmlns + "tdm", tdm), new XElement(tdm + "reservation", 1), new XElement(tdm + "policy", policy));
    }

    private static List<List<Piece>> Share(IEnumerable<Piece> pieces, double room)
    {
        List<List<Piece>> pages = [[]];
        var left = room;
        foreach (var piece in pieces)
        {
            if (piece.Height > left && pages[^1].Count > 0)
            {
                pages.Add([]);
                left = room;
            }

            pages[^1].Add(piece);
            left -= piece.Height;
        }

        return pages;
    }

    private static IEnumerable<Piece> Lay(Sheet sheet, double width, XGraphics measure)
    {
        yield return new Piece(40, (pen, y) =>
        {
            pen.Write(PdfBlockLevelElementTag.Paragraph, [sheet.Newspaper], SheetFonts.Nameplate, 0, y + 20, 0);
            pen.Rule(y + 30);
        });
        var title = Lines.Of(sheet.Title, SheetFonts.Title, width, measure);
        yield return new Piece((title.Count * 22) + 14, (pen, y) => pen.Write(PdfBlockLevelElementTag.Heading1, title, SheetFonts.Title, 0, y + 22, 22));
        foreach (var block in sheet.Blocks)
        {
            foreach (var piece in Lay(block, width, measure))
            {
                yield return piece;
            }
        }
    }

    private static IEnumerable<Piece> Lay(Block block, double width, XGraphics measure) => block switch
    {
        Block.Heading heading => [LayHeading(Lines.Of(heading.Text, SheetFonts.Heading, width, measure))],
        Block.Paragraph paragraph => Lines.Of(paragraph.Text, SheetFonts.Text, width, measure).Chunk(MostLines).Select(LayParagraph),
        Block.Facts facts => [LayTable([.. facts.Rows.Select(row => new Row(
            Lines.Of(row.Name, SheetFonts.Text, NameWidth - Gap, measure), Lines.Of(row.Value, SheetFonts.Text, width - NameWidth, measure), NameWidth, false, false))])],
        Block.Sums sums => [LayTable([.. sums.Rows.Select(row => new Row(
            Lines.Of(row.Name, row.IsTotal ? SheetFonts.Strong : SheetFonts.Text, width - AmountWidth - Gap, measure), [row.Amount], width, true, row.IsTotal))])],
        _ => [],
    };

    private static Piece LayHeading(IReadOnlyList<string> lines) =>
        new((lines.Count * Leading) + 16, (pen, y) => pen.Write(PdfBlockLevelElementTag.Heading2, lines, SheetFonts.Heading, 0, y + 22, Leading));

    private static Piece LayParagraph(IReadOnlyList<string> lines) =>
        new((lines.Count * Leading) + Gap, (pen, y) => pen.Write(PdfBlockLevelElementTag.Paragraph, lines, SheetFonts.Text, 0, y + 11, Leading));

    private static Piece LayTable(IReadOnlyList<Row> rows) => new(rows.Sum(row => row.Height) + (2 * Gap), (pen, y) =>
    {
        pen.Tags.BeginElement(PdfBlockLevelElementTag.Table);
        foreach (var row in rows)
        {
            pen.Tags.BeginElement(PdfBlockLevelElementTag.TableRow);
            var font = row.IsTotal ? SheetFonts.Strong : SheetFonts.Text;
            pen.Write(PdfBlockLevelElementTag.TableHeaderCell, row.Name, font, 0, y + 14, Leading);
            pen.Write(PdfBlockLevelElementTag.TableDataCell, row.Value, font, row.ValueAt, y + 14, Leading, row.IsAmount);
            pen.Tags.End();
            y += row.Height;
        }

        pen.Tags.End();
        foreach (var row in rows.Reverse())
        {
            pen.Hairline(y);
            y -= row.Height;
        }
    });

    private static void DrawFoot(Pen pen, Sheet sheet, int page, int pages, double height)
    {
        var t = sheet.T;
        pen.Aside(string.Join(" · ", sheet.Identity), height - 52, FootLines);
        pen.Aside(t["{0} · page {1} sur {2}", sheet.Title, page, pages], height - 30, 1);
    }

    /// <summary>What stays together on a page.</summary>
    private sealed record Piece(double Height, Action<Pen, double> Draw);

    private sealed record Row(IReadOnlyList<string> Name, IReadOnlyList<string> Value, double ValueAt, bool IsAmount, bool IsTotal)
    {
        public double Height => (Math.Max(Name.Count, Value.Count) * Leading) + 6;
    }

    /// <summary>Draws on one page, and says what each stroke is.</summary>
    private sealed class Pen(XGraphics drawing, StructureBuilder tags, double width)
    {
        public StructureBuilder Tags => tags;

        /// <param name="y">Points from the top, of the foot of the first line.</param>
        public void Write(PdfBlockLevelElementTag tag, IReadOnlyList<string> lines, XFont font, double x, double y, double leading, bool isToTheRight = false)
        {
            tags.BeginElement(tag);
            foreach (var (index, line) in lines.Index().Where(line => line.Item.Length > 0))
            {
                // Blanks between lines, so that a text that is copied has its words apart.
                var text = index < lines.Count - 1 ? line + " " : line;
                drawing.DrawString(text, font, XBrushes.Black, new XPoint(Side + x, y + (index * leading)), isToTheRight ? XStringFormats.BaseLineRight : XStringFormats.BaseLineLeft);
            }

            tags.End();
        }

        /// <summary>At the foot, and no part of what is read.</summary>
        public void Aside(string text, double y, int most)
        {
            tags.BeginArtifact();
            foreach (var (index, line) in Lines.Of(text, SheetFonts.Small, width, drawing).Take(most).Index())
            {
                drawing.DrawString(line, SheetFonts.Small, XBrushes.DimGray, new XPoint(Side, y + (index * 10)), XStringFormats.BaseLineLeft);
            }

            tags.End();
        }

        public void Rule(double y) => Line(y, 1);

        public void Hairline(double y) => Line(y, 0.3);

        private void Line(double y, double thickness)
        {
            tags.BeginArtifact();
            drawing.DrawLine(new XPen(XColors.Black, thickness), Side, y, Side + width, y);
            tags.End();
        }
    }
}

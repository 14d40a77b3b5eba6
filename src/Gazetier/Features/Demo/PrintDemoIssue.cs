using Gazetier.Features.Magazine;
using Gazetier.Locales;
using Gazetier.Print;
using Gazetier.Text;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Gazetier.Features.Demo;

/// <summary>
/// Prints an issue of the demonstration: the cover, the contents, and each text on the page where it begins, in two columns that run on
/// until something else begins. Tagged, so that it can be read aloud.
/// </summary>
internal sealed class PrintDemoIssue(PrintIssue issue, string newspaper)
{
    private const double Side = 48;
    private const double Top = 62;
    private const double Between = 20;
    private const double Leading = 14;
    private static readonly XSize Paper = PageSizeConverter.ToSize(PageSize.A4);
    private static readonly double Column = (Paper.Width - (2 * Side) - Between) / 2;
    private static readonly double Bottom = Paper.Height - 62;

    private readonly List<Stroke>[] _pages = [.. Enumerable.Range(0, issue.Pages).Select(_ => new List<Stroke>())];
    private readonly XGraphics _measure = XGraphics.CreateMeasureContext(Paper, XGraphicsUnit.Point, XPageDirection.Downwards);

    /// <param name="cover">A JPEG.</param>
    /// <param name="texts">Paragraphs of each line of the contents, in their order.</param>
    public byte[] ToPdf(byte[] cover, IReadOnlyList<IReadOnlyList<string>> texts)
    {
        LayContents();
        foreach (var (at, entry) in issue.Entries.Index())
        {
            Lay(entry, texts[at], issue.Entries.Where(e => e.Folio > entry.Folio).Select(e => e.Folio).DefaultIfEmpty(issue.Pages + 1).Min());
        }

        using var document = new PdfDocument();
        document.Info.Title = $"{newspaper}, n° {issue.Number}";
        document.Info.Author = newspaper;
        document.ViewerPreferences.DisplayDocTitle = true;
        var tagged = UAManager.ForDocument(document);
        tagged.SetDocumentLanguage("fr-FR");
        foreach (var (at, strokes) in _pages.Index())
        {
            var page = document.AddPage();
            page.Size = PageSize.A4;
            using var drawing = XGraphics.FromPdfPage(page);
            Draw(drawing, tagged.StructureBuilder, at + 1, strokes, cover);
        }

        using var bytes = new MemoryStream();
        document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    private void LayContents()
    {
        if (issue.Pages < 2)
        {
            return;
        }

        var y = Heading(_pages[1], "Sommaire", Top + 20);
        foreach (var entry in issue.Entries)
        {
            var lines = Lines.Of($"{entry.Folio} — {French.TypesetText(entry.Title)}", SheetFonts.Heading, Paper.Width - (2 * Side), _measure);
            _pages[1].Add(new Stroke(PdfBlockLevelElementTag.Paragraph, lines, SheetFonts.Heading, Side, y));
            y += (lines.Count * SheetFonts.Heading.Size * 1.3) + 10;
        }
    }

    /// <param name="until">The page on which something else begins.</param>
    private void Lay(PrintEntry entry, IReadOnlyList<string> paragraphs, int until)
    {
        var page = entry.Folio - 1;
        var top = Heading(_pages[page], entry.Title, Top + 20);
        var (column, y) = (0, top);
        foreach (var paragraph in paragraphs)
        {
            List<string>? lines = null;
            foreach (var line in Lines.Of(French.TypesetText(paragraph), SheetFonts.Text, Column, _measure))
            {
                if (y > Bottom)
                {
                    (column, page, top) = column == 0 ? (1, page, top) : (0, page + 1, Top);
                    (y, lines) = (top, null);
                }

                if (page + 1 >= until)
                {
                    return;
                }

                if (lines is null)
                {
                    lines = [];
                    _pages[page].Add(new Stroke(PdfBlockLevelElementTag.Paragraph, lines, SheetFonts.Text, Side + (column * (Column + Between)), y));
                }

                lines.Add(line);
                y += Leading;
            }

            y += Leading / 2;
        }
    }

    private double Heading(List<Stroke> page, string text, double y)
    {
        var lines = Lines.Of(French.TypesetText(text), SheetFonts.Title, Paper.Width - (2 * Side), _measure);
        page.Add(new Stroke(PdfBlockLevelElementTag.Heading1, lines, SheetFonts.Title, Side, y));
        return y + (lines.Count * SheetFonts.Title.Size * 1.3) + 12;
    }

    private void Draw(XGraphics drawing, StructureBuilder tags, int folio, List<Stroke> strokes, byte[] cover)
    {
        if (folio == 1)
        {
            using var image = XImage.FromStream(new MemoryStream(cover));
            var box = new XRect(0, 0, Paper.Width, Paper.Height - 90);
            tags.BeginElement(PdfIllustrationElementTag.Figure, issue.Cover?.AlternativeText ?? issue.Title, box);
            drawing.DrawImage(image, box);
            tags.End();
            strokes.Add(new Stroke(PdfBlockLevelElementTag.Heading1, [issue.Title], SheetFonts.Nameplate, Side, Paper.Height - 50));
        }

        foreach (var stroke in strokes.Where(stroke => stroke.Lines.Any(line => line.Length > 0)))
        {
            tags.BeginElement(stroke.Tag);
            foreach (var (at, line) in stroke.Lines.Index())
            {
                drawing.DrawString(line + " ", stroke.Font, XBrushes.Black, new XPoint(stroke.X, stroke.Y + (at * Math.Max(Leading, stroke.Font.Size * 1.3))), XStringFormats.BaseLineLeft);
            }

            tags.End();
        }

        tags.BeginArtifact();
        drawing.DrawString($"{newspaper} · n° {issue.Number} · {Phrases.OfPaper.Day(issue.DatedOn)} · {folio}", SheetFonts.Small, XBrushes.DimGray, new XPoint(Side, Paper.Height - 24), XStringFormats.BaseLineLeft);
        tags.End();
    }

    /// <summary>Lines at a place of a page, and what they are.</summary>
    private sealed record Stroke(PdfBlockLevelElementTag Tag, IReadOnlyList<string> Lines, XFont Font, double X, double Y);
}

using System.Text;
using System.Xml.Linq;
using Gazetier.Locales;
using Gazetier.Print;
using Gazetier.Web;
using PdfSharp.Pdf.IO;
using Shouldly;

namespace Gazetier.Tests.Print;

public class PrintSheetTests
{
    private static readonly DateTime At = new(2026, 11, 23, 4, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void It_says_in_French_what_it_was_given()
    {
        var text = PdfText.Of(PrintSheet.ToPdf(Of(
            new Block.Heading("Élus, œuvres et « ça »"),
            new Block.Paragraph("L’été à Évreux – 1 200 € : garçon, Noël, cœur, où."),
            new Block.Facts([("Référence", "ABO-7K3F9-2QDX5")]),
            new Block.Sums([("Total hors taxes", "390,00 €", false), ("Total", "398,19 €", true)]))));
        text.ShouldContain("Le Courrier");
        text.ShouldContain("Élus, œuvres et « ça »");
        text.ShouldContain("L’été à Évreux – 1 200 € : garçon, Noël, cœur, où.");
        text.ShouldContain("ABO-7K3F9-2QDX5");
        text.ShouldContain("398,19 €");
        text.ShouldContain("page 1 sur 1");
        text.ShouldNotContain("\uFFFD");
    }

    [Fact]
    public void It_has_a_title_a_language_and_tags()
    {
        using var document = PdfReader.Open(new MemoryStream(PrintSheet.ToPdf(Of(new Block.Paragraph("Bonjour")))), PdfDocumentOpenMode.Import);
        document.Info.Title.ShouldBe("Devis");
        document.Info.CreationDate.ToUniversalTime().ShouldBe(At);
        var catalogue = document.Internals.Catalog.Elements;
        catalogue.GetString("/Lang").ShouldBe("fr-FR");
        catalogue.GetDictionary("/MarkInfo")!.Elements.GetBoolean("/Marked").ShouldBeTrue();
        catalogue.GetDictionary("/StructTreeRoot").ShouldNotBeNull();
        document.Pages[0].Width.Millimeter.ShouldBe(210, 0.5);
    }

    [Fact]
    public void L_70_it_says_that_mining_is_reserved_where_it_is_in_its_entries_and_its_XMP()
    {
        foreach (var policy in new[] { "https://courrier.example/licence", null })
        {
            using var document = PdfReader.Open(new MemoryStream(PrintSheet.ToPdf(Of(new Block.Paragraph("Bonjour")) with { MiningPolicy = policy })), PdfDocumentOpenMode.Import);
            document.Info.Elements.GetString("/tdm-reservation").ShouldBe(policy is null ? "" : "1");
            document.Info.Elements.GetString("/tdm-policy").ShouldBe(policy ?? "");
            var xmp = XDocument.Parse(Encoding.UTF8.GetString(document.Internals.Catalog.Elements.GetDictionary("/Metadata")!.Stream.UnfilteredValue).Trim('\uFEFF'));
            XNamespace tdm = "http://www.w3.org/ns/tdmrep/";
            xmp.Descendants(tdm + "policy").Select(element => element.Value).ShouldBe(policy is null ? [] : [policy]);
            xmp.Descendants(tdm + "reservation").Count().ShouldBe(policy is null ? 0 : 1);
            xmp.Descendants(XName.Get("title", "http://purl.org/dc/elements/1.1/")).Single().Value.Trim().ShouldBe("Devis");
        }
    }

    /// <summary>However much somebody writes, and without a blank.</summary>
    [Theory]
    [InlineData(2_000, '\n', 20)]
    [InlineData(9_000, 'œ', 2)]
    [InlineData(0, ' ', 1)]
    public void What_does_not_fit_a_page_goes_on_on_the_next(int length, char sign, int pages)
    {
        var pdf = PrintSheet.ToPdf(Of(new Block.Paragraph(new string(sign, length) + "fin")));
        using var document = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        document.PageCount.ShouldBeGreaterThanOrEqualTo(pages);
        PdfText.Of(pdf).ShouldContain("fin");
    }

    [Fact]
    public void Made_at_once_by_many_it_says_the_same()
    {
        var texts = Enumerable.Range(0, 8).AsParallel().Select(_ => PdfText.Of(PrintSheet.ToPdf(Of(new Block.Paragraph("Été"))))).ToList();
        texts.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem().ShouldContain("Été");
    }

    private static Sheet Of(params Block[] blocks) => new("Le Courrier", "Devis", At, new Phrases(Language.French)) { Blocks = blocks, Identity = ["SARL Le Courrier", "1, rue du Puits"] };
}

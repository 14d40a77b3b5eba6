using System.Globalization;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Gazetier.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace Gazetier.Features.Search.Indexing;

/// <summary>A findable as a document of the index, and back.</summary>
internal static class Documents
{
    /// <summary>Characters of one text that are looked at: the longest inquiry has a tenth of it.</summary>
    private const int Longest = 600_000;

    private static readonly FieldType Words = Frozen(new FieldType(TextField.TYPE_NOT_STORED));
    private static readonly FieldType KeptWords = Frozen(new FieldType(TextField.TYPE_STORED));

    /// <summary>What writes texts into the index: stems everywhere, and words as they stand where somebody is typing.</summary>
    public static Analyzer Analyzer { get; } =
        new PerFieldAnalyzerWrapper(FrenchTerms.Analyzer, new Dictionary<string, Analyzer>(StringComparer.Ordinal) { [FieldNames.Typed] = new TypedWords() });

    public static Document Of(Findable found)
    {
        var document = new Document
        {
            new StringField(FieldNames.Key, found.Key, Field.Store.YES),
            new BinaryDocValuesField(FieldNames.Key, new BytesRef(found.Key)),
            new NumericDocValuesField(FieldNames.Version, found.Version),
            new StoredField(FieldNames.Kind, (int)found.Kind),
            new StoredField(FieldNames.Path, found.Path),
            new StoredField(FieldNames.At, found.At.Ticks),
            new Int64Field(FieldNames.At, found.At.Ticks, Field.Store.NO),
            new NumericDocValuesField(FieldNames.At, found.At.Ticks),
            new NumericDocValuesField(FieldNames.Until, (found.Until ?? DateTime.MaxValue).Ticks),
            new SortedDocValuesField(FieldNames.Asks, new BytesRef(Write(found.Asks))),
            new NumericDocValuesField(FieldNames.OpenUntil, (found.OpenUntil ?? DateTime.MinValue).Ticks),
            new NumericDocValuesField(FieldNames.FreeAt, (found.FreeAt ?? DateTime.MaxValue).Ticks),
            new NumericDocValuesField(FieldNames.Article, found.Asks.Article),
            Text(FieldNames.Title, found.Title, KeptWords),
            Text(FieldNames.Kicker, found.Kicker, KeptWords),
            Text(FieldNames.Summary, found.Summary, KeptWords),
            Text(FieldNames.References, found.References, Words),
            Text(FieldNames.Open, found.Open, KeptWords),
            Text(FieldNames.Withheld, found.Withheld, KeptWords),
            Text(FieldNames.Typed, found.Title, Words),
        };
        foreach (var facet in FacetsOf(found).Distinct(StringComparer.Ordinal))
        {
            document.Add(new StringField(FieldNames.In, facet, Field.Store.NO));
            document.Add(new SortedSetDocValuesField(FieldNames.In, new BytesRef(facet)));
        }

        return document;
    }

    /// <summary>What a document asks, the number of the article left out: there are a few such answers, not one for each article.</summary>
    public static Asked ReadAsks(string written)
    {
        var parts = written.Split(' ');
        return new Asked(
            (Requirement)int.Parse(parts[0], CultureInfo.InvariantCulture),
            new ProductSet(ulong.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }

    private static string Write(Asked asks) => string.Create(CultureInfo.InvariantCulture, $"{(int)asks.Requirement} {asks.AnyOf.Bits:x}");

    /// <summary>What is kept of a field; empty where nothing is.</summary>
    public static string Said(this Document document, string field) => document.Get(field, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<string> FacetsOf(Findable found)
    {
        yield return FieldNames.OfKind(found.Kind);
        if (found.Format.Length > 0)
        {
            yield return FieldNames.OfFormat(found.Format);
        }

        foreach (var list in found.Lists)
        {
            yield return FieldNames.OfList(list);
        }
    }

    private static Field Text(string name, string text, FieldType type) => new(name, text.Length > Longest ? text[..Longest] : text, type);

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }

    private sealed class TypedWords : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
            return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(LuceneVersion.LUCENE_48, tokenizer)));
        }

        protected override TextReader InitReader(string fieldName, TextReader reader) => new StringReader((reader.ReadToEnd() ?? "").Replace('’', ' ').Replace('\'', ' '));
    }
}

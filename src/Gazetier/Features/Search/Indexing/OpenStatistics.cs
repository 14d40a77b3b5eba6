using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Gazetier.Features.Search.Indexing;

/// <summary>
/// Weighs words of withheld texts as rare as they are in what all may read. Their own rarity would be counted over texts that whoever asks may not
/// read: the order of hits would tell which words stand there (docs/decisions/0038).
/// </summary>
internal sealed class OpenStatistics(IndexReader reader) : IndexSearcher(reader)
{
    public override TermStatistics TermStatistics(Term term, TermContext context)
    {
        if (term.Field != FieldNames.Withheld)
        {
            return base.TermStatistics(term, context);
        }

        var open = new Term(FieldNames.Open, term.Bytes);
        return base.TermStatistics(open, TermContext.Build(TopReaderContext, open));
    }

    public override CollectionStatistics CollectionStatistics(string field) =>
        base.CollectionStatistics(field == FieldNames.Withheld ? FieldNames.Open : field);
}

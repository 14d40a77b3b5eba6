using System.Security.Cryptography;
using System.Text;
using Gazetier.Features.Search.Asking;
using Gazetier.Text;

namespace Gazetier.Features.Keywords;

/// <summary>
/// A word or phrase that readers follow, as search sees it: who follows <i>finances locales</i> and who follows <i>Finance locale</i>
/// follow one phrase. How each wrote it stands in their follow.
/// </summary>
public class Keyword
{
    /// <summary>Signs that a reader may write.</summary>
    public const int MaxLength = 80;

    /// <summary>Signs of the address of a search.</summary>
    public const int MaxSearch = 2_000;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Its terms, joined by blanks (<see cref="FrenchTerms"/>).</summary>
    public required string Terms { get; set; }

    /// <summary>Of the terms (<see cref="TermRuns.KeyOf"/>): an article finds it by this. Of a search: of one of its words that must be there, in the text or in the name of a heading; 0 where there is none.</summary>
    public long Key { get; set; }

    /// <summary>A search that readers follow (recherche suivie), as its address says it; null: a word or phrase.</summary>
    public string? Search { get; set; }

    /// <summary>UTC; when it was looked for in what had appeared before. Null: not yet.</summary>
    public DateTime? FoundAt { get; set; }

    /// <summary>The list of the articles in whose withheld part alone it stands: only who may read them is told (see docs/decisions/0029).</summary>
    public static Guid WithheldOf(Guid phrase)
    {
        Span<byte> bytes = stackalloc byte[16];
        phrase.TryWriteBytes(bytes);
        bytes[15] ^= 0xFF;
        return new Guid(bytes);
    }

    /// <summary>A search as a keyword; null where it asks for nothing, or is too long to be kept.</summary>
    public static Keyword? Of(Question question)
    {
        // Spans of time are over one day, and what one reader may read is asked for each: neither is part of what is followed.
        var narrowing = question.Narrowing with { From = null, To = null, Access = question.Narrowing.Access == Openness.ForAll ? Openness.ForAll : null };
        var search = QuestionAddress.Of(question.Written, narrowing);
        if (search.Length is 0 or > MaxSearch)
        {
            return null;
        }

        // Of many words some may be missing, and a word with synonyms may be there as another: none of those has to be in the article.
        var loose = question.Wanted.Count(part => !part.IsExact && !part.InTitle);
        var needsAll = QuestionQuery.Least(loose, isGenerous: false) == loose;
        var anchor = question.Wanted.Where(part => (needsAll || part.IsExact || part.InTitle) && part.Alternatives is [{ Count: > 0 and <= TermRuns.Longest }])
            .Select(part => part.Alternatives[0]).OrderByDescending(run => run.Count).ThenByDescending(run => run.Sum(term => term.Length)).FirstOrDefault();
        return new Keyword { Terms = "?" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(search))), Search = search, Key = anchor is null ? 0 : TermRuns.KeyOf(anchor) };
    }

    /// <summary>Reads what somebody wrote; null where nothing of it can be found: empty words, too many, too long.</summary>
    public static Keyword? Read(string written)
    {
        var text = Printable.Line(written);
        var terms = text.Length is 0 or > MaxLength ? [] : FrenchTerms.Of(text);
        return terms.Count is 0 or > TermRuns.Longest || (terms.Count == 1 && terms[0].Length < 2)
            ? null
            : new Keyword { Terms = string.Join(' ', terms), Key = TermRuns.KeyOf(terms) };
    }
}

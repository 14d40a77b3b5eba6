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

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Its terms, joined by blanks (<see cref="FrenchTerms"/>).</summary>
    public required string Terms { get; set; }

    /// <summary>Of the terms (<see cref="TermRuns.KeyOf"/>): an article finds it by this.</summary>
    public long Key { get; set; }

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

namespace Gazetier.Features.Keywords;

/// <summary>An article in which a followed phrase stands; it is in the phrase's list as it is in its themes'.</summary>
public class KeywordMatch
{
    /// <summary>The phrase, or <see cref="Keyword.WithheldOf"/> it.</summary>
    public Guid ListId { get; set; }

    public long ArticleId { get; set; }
}

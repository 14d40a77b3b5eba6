namespace Gazetier.Features.Articles;

/// <summary>
/// Droit de réponse: what somebody named in an article answers, published with it (L-30; LCEN art. 1-1, III). Open to all, also
/// under a locked article: whoever reads the headline reads the reply. It stays as long as the article, whatever is published anew;
/// its words never change.
/// </summary>
public class Reply
{
    /// <summary>Characters of its text.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Characters of a name, or of a function.</summary>
    public const int MaxName = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public long ArticleId { get; set; }

    /// <summary>Who answers.</summary>
    public required string Name { get; set; }

    /// <summary>Function or organisation; may be empty.</summary>
    public string Function { get; set; } = "";

    /// <summary>Plain text; an empty line ends a paragraph.</summary>
    public required string Text { get; set; }

    /// <summary>UTC.</summary>
    public DateTime PublishedAt { get; set; }

    /// <summary>"Anne Rivoal, maire de Valmorel".</summary>
    public string Signature => Function.Length == 0 ? Name : $"{Name}, {Function}";

    /// <summary>Where it stands on the article's page.</summary>
    public string Anchor => $"reponse-{Id:N}";

    public IReadOnlyList<string> Paragraphs() => ParagraphsOf(Text);

    /// <summary>What empty lines part; lines within a paragraph stay lines.</summary>
    public static IReadOnlyList<string> ParagraphsOf(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Text;

namespace Gazetier.Features.Keywords;

/// <summary>The words of an article: of what all may see, and of what is withheld from some.</summary>
public sealed class MatchedText
{
    private readonly TermRuns _open;
    private readonly TermRuns _withheld;

    /// <param name="openShare">Of the body, where no mark says where it is cut (Imprint.OpenShare).</param>
    public MatchedText(Article article, double openShare)
    {
        var cut = Cut.Of(article.Body, openShare);
        _open = new TermRuns([article.Kicker ?? "", article.Headline, article.Standfirst, .. Plain.Blocks(cut.Open)]);
        _withheld = new TermRuns(Plain.Blocks(cut.Withheld));
    }

    /// <summary>Numbers of all runs of terms, to ask for phrases by.</summary>
    public IReadOnlySet<long> Keys { get => field ??= _open.Keys.Concat(_withheld.Keys).ToHashSet(); }

    /// <summary>The list of a phrase that this article stands in; null: the phrase is not in it.</summary>
    public Guid? ListOf(Guid phrase, string terms) =>
        _open.Contains(terms) ? phrase : _withheld.Contains(terms) ? Keyword.WithheldOf(phrase) : null;
}

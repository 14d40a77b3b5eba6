using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Search.Asking;
using Gazetier.Text;

namespace Gazetier.Features.Keywords;

/// <summary>The words of an article: of what all may see, and of what is withheld from some.</summary>
public sealed class MatchedText
{
    private readonly TermRuns _open;
    private readonly TermRuns _withheld;
    private readonly TermRuns _title;

    /// <param name="openShare">Of the body, where no mark says where it is cut (Imprint.OpenShare).</param>
    public MatchedText(Article article, double openShare)
    {
        var cut = Cut.Of(article.Body, openShare);
        _open = new TermRuns([article.Kicker ?? "", article.Headline, article.Standfirst, .. Plain.Blocks(cut.Open)]);
        _withheld = new TermRuns(Plain.Blocks(cut.Withheld));
        _title = new TermRuns([article.Headline]);
    }

    /// <summary>Numbers of all runs of terms, to ask for phrases by.</summary>
    public IReadOnlyCollection<long> Keys { get => field ??= [.. _open.Keys.Union(_withheld.Keys)]; }

    /// <summary>The list of a phrase that this article stands in; null: the phrase is not in it.</summary>
    public Guid? ListOf(Guid phrase, string terms) =>
        _open.Contains(terms) ? phrase : _withheld.Contains(terms) ? Keyword.WithheldOf(phrase) : null;

    /// <summary>The list of a search whose words this article answers; null: it does not. What is withheld counts only for who may read it.</summary>
    public Guid? ListOf(Guid search, Question question) =>
        Answers(question, withWithheld: false) ? search : Answers(question, withWithheld: true) ? Keyword.WithheldOf(search) : null;

    private bool Answers(Question question, bool withWithheld)
    {
        bool Has(Part part) => part.Alternatives.Any(run =>
        {
            var terms = string.Join(' ', run);
            return part.InTitle ? _title.Contains(terms) : _open.Contains(terms) || (withWithheld && _withheld.Contains(terms));
        });
        return question.Wanted.All(Has) && !question.Unwanted.Any(Has);
    }
}

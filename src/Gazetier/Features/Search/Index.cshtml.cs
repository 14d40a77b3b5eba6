using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Features.Search.Asking;
using Gazetier.Features.Search.Indexing;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Gazetier.Features.Search;

/// <summary>
/// Search over all that the newspaper has published. What is found, how much and in which order depends on nothing that whoever asks may
/// not read (docs/decisions/0038).
/// </summary>
public class IndexModel(AskIndex index, SearchIndex made, FollowSearch follow) : PageModel
{
    /// <summary>Facets of one group that are offered.</summary>
    private const int MostFacets = 8;

    public Question Question { get; private set; } = Question.Empty;

    public bool ByDate { get; private set; }

    /// <summary>Null: nothing was asked, or the index is being made.</summary>
    public Answer? Answer { get; private set; }

    /// <summary>The index is being made: what is asked now may be there and not be found.</summary>
    public bool IsComplete { get; private set; } = true;

    public Paging Paging { get; private set; } = new(1, AskIndex.PageSize, 0);

    /// <summary>What was done before: "suivie", "trop", "quittee".</summary>
    public string? Done { get; private set; }

    /// <summary>The question without its page.</summary>
    public string Path => QuestionAddress.Page + QuestionAddress.Of(Question.Written, Chosen, ByDate);

    public bool MayBeFollowed => !Question.IsEmpty && FollowSearch.IsOffered(Question, Answer);

    /// <summary>Whether whoever asks follows it already.</summary>
    public bool IsFollowed { get; private set; }

    /// <summary>What was chosen besides what was typed.</summary>
    public Narrowing Chosen { get; private set; } = Narrowing.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ReadAsync(name => Request.Query[name], cancel);
        Done = Request.Query["fait"];
        if (Question.IsEmpty)
        {
            return Page();
        }

        var page = GiveKeptPage.PageNumber(Request);
        if (page is < 1 or > AskIndex.MostPages)
        {
            return NotFound();
        }

        Answer = await index.AskAsync(Question, HttpContext.Reader().Rights, ByDate, page, cancel);
        IsComplete = made.IsComplete;
        IsFollowed = HttpContext.SignedIn() is { } reader && await follow.FindAsync(Question, reader.AccountId, cancel) is not null;
        Paging = new Paging(page, AskIndex.PageSize, Math.Min(Answer?.Total ?? 0, AskIndex.MostPages * AskIndex.PageSize));
        return Paging.IsOut ? NotFound() : Page();
    }

    /// <summary>Follows the question, or follows it no more.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "action")] string? action, CancellationToken cancel)
    {
        await ReadAsync(name => Request.Form[name], cancel);
        if (HttpContext.SignedIn() is not { } reader)
        {
            return LocalRedirect("/connexion?retour=" + Uri.EscapeDataString(Path));
        }

        if (action == "quitter")
        {
            await follow.EndAsync(Question, reader.AccountId, cancel);
            return LocalRedirect(Path + "&fait=quittee");
        }

        return !MayBeFollowed ? BadRequest() : LocalRedirect(Path + (await follow.BeginAsync(Question, reader.AccountId, cancel) ? "&fait=suivie" : "&fait=trop"));
    }

    /// <summary>The question with something else chosen.</summary>
    public string With(Func<Narrowing, Narrowing> narrow) => QuestionAddress.Page + QuestionAddress.Of(Question.Written, narrow(Chosen), ByDate);

    /// <summary>What is offered to choose from in a group; what is chosen already is taken back above.</summary>
    public IReadOnlyList<Facet> Offered(FacetGroup group) =>
        Answer is null ? [] : [.. Answer.Facets.Where(f => f.Group == group && f.Count < Answer.Total).Take(MostFacets)];

    /// <summary>The question with this chosen besides: it finds as much as the facet counts.</summary>
    public string With(Facet facet) => With(chosen => facet.Heading is { } heading ? chosen.With(heading.Kind, facet.Value)
        : facet.Group == FacetGroup.Kind ? chosen with { Kind = Enum.Parse<FoundKind>(facet.Value) }
        : chosen with { Format = facet.Value });

    /// <summary>The same within one year.</summary>
    public string With(YearCount year) => With(chosen => chosen.And(new Narrowing { From = new DateOnly(year.Year, 1, 1), To = new DateOnly(year.Year, 12, 31) }));

    /// <summary>Years that are offered: none where all is of one.</summary>
    public IReadOnlyList<YearCount> OfferedYears => Answer is { Years.Count: > 1 } ? [.. Answer.Years.Take(MostFacets)] : [];

    public static string FormatName(string format, Phrases t) => Enum.TryParse<Format>(format, out var known) && Enum.IsDefined(known) ? known.Name(t) : format;

    private async Task ReadAsync(Func<string, StringValues> value, CancellationToken cancel)
    {
        Chosen = QuestionAddress.ReadNarrowing(value);
        ByDate = value("tri") == "date";
        Question = await index.ReadAsync(value("q"), Chosen, cancel);
    }
}

using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Newsletters;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine;

/// <summary>
/// One page of paper as text (L-82): what the newsroom wrote out, else the articles that begin on it. An article is decided for itself, too:
/// a page that is open does not open an article that asks for more.
/// </summary>
[PublicPage]
public class FolioModel(GazetierDb db, OpenPrintIssue open) : PageModel
{
    public OpenedIssue Opened { get; private set; } = null!;

    public PrintIssue Issue => Opened.Issue;

    /// <summary>The number at the foot of the page.</summary>
    public int Number { get; private set; }

    public IReadOnlyList<Piece> Pieces { get; private set; } = [];

    /// <summary>HTML of what the newsroom wrote out; null: nothing, or not for this reader.</summary>
    public string? Text { get; private set; }

    /// <summary>Where nothing begins here: the page before on which something does. 0: none.</summary>
    public int Continues { get; private set; }

    public Wall? Wall { get; private set; }

    public async Task<IActionResult> OnGetAsync(int number, int folio, CancellationToken cancel)
    {
        if (await open.RunAsync(number, HttpContext) is not { } opened || folio < 1 || folio > opened.Issue.Pages)
        {
            return NotFound();
        }

        if (Request.Path != opened.Issue.PathOf(folio))
        {
            return RedirectPermanent(opened.Issue.PathOf(folio));
        }

        (Opened, Number) = (opened, folio);
        Continues = Issue.Entries.Where(e => e.Folio < folio).Select(e => e.Folio).DefaultIfEmpty().Max();
        var words = await ReadAsync(cancel);
        Wall = opened.MayRead || words == 0 ? null : await open.WallAsync(opened, Issue.PathOf(folio), words, HttpContext);
        return Page();
    }

    /// <returns>Words of the page.</returns>
    private async Task<int> ReadAsync(CancellationToken cancel)
    {
        var entries = Issue.Entries.FindAll(e => e.Folio == Number);
        var ids = entries.Select(e => e.ArticleId).OfType<long>().ToList();
        HttpContext.Tags().Add(ids.Select(ArticleTags.Article));
        await HttpContext.ExpireAtNextPublicationAsync(db, Opened.Now, cancel);
        var page = await db.PrintPages.AsNoTracking().FirstOrDefaultAsync(p => p.IssueId == Issue.Id && p.Folio == Number, cancel);
        var articles = await db.Articles.AsNoTracking().Published(Opened.Now).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        Text = page is null || !Opened.MayRead ? null : French.Typeset(LetterMarkup.Clean(page.Text));
        Pieces = entries.ConvertAll(entry => PieceOf(entry, entry.ArticleId is { } id ? articles.GetValueOrDefault(id) : null, withText: page is null));
        return page?.Words ?? articles.Values.Sum(a => a.Words);
    }

    /// <summary>What may not be read never enters the page (G-05).</summary>
    private Piece PieceOf(PrintEntry entry, Article? article, bool withText)
    {
        if (article is null)
        {
            return new Piece(entry, null, "", "", null);
        }

        var mayRead = withText && Opened.MayRead && Decision.Of(article.Asks(Opened.Now), HttpContext.Reader().Rights, Opened.Now).MayReadAll;
        var standfirst = withText ? article.Standfirst : "";
        return new Piece(entry, ArticleAddress.Of(article.Id, article.Slug), standfirst, mayRead ? French.Typeset(LetterMarkup.OfBody(article.Body)) : "", article);
    }

    /// <summary>What begins on the page.</summary>
    /// <param name="Path">Of the article; null: it is not on the site.</param>
    /// <param name="Html">Of the article; empty: not for this reader, or written out otherwise.</param>
    public sealed record Piece(PrintEntry Entry, string? Path, string Standfirst, string Html, Article? Article);
}

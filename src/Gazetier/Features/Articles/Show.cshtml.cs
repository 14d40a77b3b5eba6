using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Figures;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>An article: whole, or its open part and the wall. The same bytes for all readers of one class of access.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, Masthead masthead, PublicAddress address, CountReading count, TimeProvider clock) : PageModel
{
    /// <summary>Plain text of the open part, for descriptions.</summary>
    private string _opening = "";

    public Article Article { get; private set; } = null!;

    public IReadOnlyList<Section> Breadcrumb { get; private set; } = [];

    /// <summary>The part shown to all; the whole body where the article is free.</summary>
    public string Open { get; private set; } = "";

    /// <summary>The part for the entitled; null where there is none, or the reader may not read it.</summary>
    public string? Withheld { get; private set; }

    /// <summary>What stands in its place; null where nothing is withheld from this reader.</summary>
    public Wall? Wall { get; private set; }

    public ArticleHead Head { get; private set; } = null!;

    /// <summary>Staff is not counted, and is not sent what counts.</summary>
    public bool IsCounted { get; private set; }

    public IReadOnlyList<DossierLine> Dossiers { get; private set; } = [];

    public IReadOnlyList<ArticleCard> OnTheSameThemes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Articles.TagWith("article").AsNoTracking().AsSplitQuery().Whole().FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (article is { Status: ArticleStatus.Withdrawn })
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        if (article is null || !article.IsPublished(now))
        {
            return NotFound();
        }

        if (Request.Path != ArticleAddress.Of(id, article.Slug))
        {
            return RedirectPermanent(ArticleAddress.Of(id, article.Slug));
        }

        await ShowAsync(article, now, cancel);
        return Page();
    }

    private async Task ShowAsync(Article article, DateTime now, CancellationToken cancel)
    {
        Article = article;
        Breadcrumb = (await masthead.SectionsAsync(cancel)).PathTo(article.MainSectionId);
        var imprint = await masthead.ImprintAsync(cancel);
        Divide(article, Decision.Of(article.Access, HttpContext.Reader().Rights, now), imprint.OpenShare);
        Head = ArticleHead.Of(article, _opening, Breadcrumb, imprint, address);
        Response.ReserveTextMining(imprint, address);
        Dossiers = [.. article.DossierParts.Select(p => new DossierLine(p.Dossier.Slug, p.Dossier.Title, 0))];
        OnTheSameThemes = await SameThemesAsync(article, now, cancel);
        HttpContext.Tags().Add([ArticleTags.Article(article.Id), .. article.Themes.Select(t => ArticleTags.Theme(t.Id))]);
        Count(now);
    }

    private void Count(DateTime now)
    {
        if (count.ArticleGiven(Article.Id, HttpContext.Reader().Rights.ClassAt(now), isStopped: Wall is not null) is { } given)
        {
            HttpContext.Tags().TellWhenGiven(given);
            IsCounted = true;
        }
    }

    /// <summary>What may not be read never enters the page (G-05).</summary>
    private void Divide(Article article, Decision decision, double openShare)
    {
        if (article.Access == Requirement.None)
        {
            Open = French.Typeset(article.Body);
            _opening = Cut.PlainOpening(article.Body, 300);
            return;
        }

        var cut = Cut.Of(article.Body, openShare);
        _opening = cut.PlainOpening(300);
        if (decision.MayReadAll)
        {
            Open = French.Typeset(cut.Open);
            Withheld = French.Typeset(cut.Withheld);
        }
        else
        {
            Open = French.Typeset(cut.Open);
            Wall = new Wall(article.Access, cut, ArticleAddress.Of(article.Id, article.Slug), HttpContext.Reader().Rights.IsRegistered);
        }
    }

    private async Task<List<ArticleCard>> SameThemesAsync(Article article, DateTime now, CancellationToken cancel)
    {
        var themes = article.Themes.Select(t => t.Id).ToList();
        return await db.Articles.Published(now)
            .Where(a => a.Id != article.Id && a.Themes.Any(t => themes.Contains(t.Id)))
            .NewestFirst().Take(3).ToCards().ToListAsync(cancel);
    }
}

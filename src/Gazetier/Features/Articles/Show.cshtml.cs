using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Audit;
using Gazetier.Features.Charts;
using Gazetier.Features.Clubs;
using Gazetier.Features.Conversation;
using Gazetier.Features.Figures;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Licensing;
using Gazetier.Features.Magazine;
using Gazetier.Features.Meter;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Organisations;
using Gazetier.Features.Products;
using Gazetier.Features.Search.Relating;
using Gazetier.Features.Sections;
using Gazetier.Features.Sheets;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Articles;

/// <summary>An article: whole, or its open part and the wall. The same bytes for all readers of one class of access.</summary>
[PublicPage]
public class ShowModel(
    GazetierDb db, Masthead masthead, PublicAddress address, ShowPictures pictures, KeepCharts charts, ReadPolicy robots, CountReading count, ReadConversation conversation,
    OpenClubs clubs, FindRelated related, TimeProvider clock) : PageModel
{
    /// <summary>Articles under "Sur le même sujet".</summary>
    private const int Related = 3;

    private const int CommentsInHead = 3;

    /// <summary>Characters of a comment there.</summary>
    private const int LengthInHead = 160;

    /// <summary>Plain text of the open part, for descriptions.</summary>
    private string _opening = "";

    public Article Article { get; private set; } = null!;

    public IReadOnlyList<Section> Breadcrumb { get; private set; } = [];

    /// <summary>The part shown to all; the whole body where the article is free.</summary>
    public string Open { get; private set; } = "";

    /// <summary>The part for the entitled; null where there is none, or the reader may not read it.</summary>
    public string? Withheld { get; private set; }

    /// <summary>What opened it for this reader; null where nothing had to.</summary>
    public GrantSource? OpenedBy { get; private set; }

    /// <summary>Whoever reads it by a right of their own may give it away.</summary>
    public bool MayBeGiven => Withheld is not null && HttpContext.Reader().SignedIn is not null && OpenedBy is not (GrantSource.Address or GrantSource.Gift or GrantSource.Meter);

    /// <summary>Whether the organisation that opened it may pass it on; null: none did.</summary>
    public bool? MayRedistribute { get; private set; }

    /// <summary>What stands in its place; null where nothing is withheld from this reader.</summary>
    public Wall? Wall { get; private set; }

    public ArticleHead Head { get; private set; } = null!;

    /// <summary>Staff is not counted, and is not sent what counts.</summary>
    public bool IsCounted { get; private set; }

    /// <summary>Until when it is known to be right; null: it is no sheet.</summary>
    public SheetShown? Sheet { get; private set; }

    public IReadOnlyList<DossierLine> Dossiers { get; private set; } = [];

    public IReadOnlyList<ArticleCard> OnTheSameSubject { get; private set; } = [];

    /// <summary>UTC; when what readers see was published anew, oldest first: that it was, and when, not what (L-31).</summary>
    public IReadOnlyList<DateTime> Republished { get; private set; } = [];

    /// <summary>What readers say under it; null in a preview.</summary>
    public Talk? Talk { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (HttpContext.Features.Get<ArticleInHand>() is { } inHand)
        {
            await ShowAsync(inHand.Article, now, cancel);
            return Page();
        }

        var article = await db.Articles.TagWith("article").AsNoTracking().AsSplitQuery().Whole().FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (article is { Status: ArticleStatus.Withdrawn })
        {
            return article.KeepsNotice ? Notice(article) : StatusCode(StatusCodes.Status410Gone);
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
        Talk = await conversation.BeginningAsync(article, cancel);
        if (Talk is not null)
        {
            HttpContext.ShowTalk(Talk);
            Head = Head with { Talk = HeadOf(Talk) };
        }

        return Page();
    }

    /// <summary>Gone, and saying so: headline, dates and reason, not a word of the text (L-31).</summary>
    private PageResult Notice(Article article)
    {
        Article = article;
        Response.StatusCode = StatusCodes.Status410Gone;
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }

    private async Task ShowAsync(Article article, DateTime now, CancellationToken cancel)
    {
        Article = article;
        article.HideEndedPictures(now);
        await charts.RunAsync(article.Body, cancel);
        Breadcrumb = (await masthead.SectionsAsync(cancel)).PathTo(article.MainSectionId);
        var imprint = await masthead.ImprintAsync(cancel);
        var asked = article.Asks(now);
        Divide(article, asked, Decision.Of(asked, HttpContext.Reader().Rights, now), imprint.OpenShare);
        await NameProductsAsync(asked, cancel);
        Open = await pictures.RunAsync(Open, now, cancel);
        Withheld = Withheld is null ? null : await pictures.RunAsync(Withheld, now, cancel);
        await HttpContext.ExpireAtNextEndOfRightsAsync(db, now, cancel);
        var line = (await robots.RunAsync(cancel)).Of(article.MainSectionId);
        Head = ArticleHead.Of(article, asked.Requirement, _opening, Breadcrumb, line, imprint, address, (await clubs.AboveAsync(Breadcrumb, cancel))?.Colour) with
        {
            Print = await PrintedAsync(article.Id, now, cancel),
        };
        Dossiers = [.. article.DossierParts.Select(p => new DossierLine(p.Dossier.Slug, p.Dossier.Title, 0))];
        OnTheSameSubject = await SameSubjectAsync(article, now, cancel);
        Republished = await db.Acts.Of(article.Id).Where(act => act.What == Act.ArticleRepublished).OrderBy(act => act.At).Select(act => act.At).ToListAsync(cancel);
        foreach (var turn in new[] { article.OpenUntil, article.FreeAt }.Where(turn => turn > now))
        {
            HttpContext.Tags().ExpireAt(turn!.Value);
        }

        HttpContext.Tags().Add([ArticleTags.Article(article.Id), .. article.Themes.Select(t => ArticleTags.Theme(t.Id)), .. article.LegalTexts.Select(t => LegalTextTags.Of(t.Id))]);
        var zone = await masthead.ZoneAsync(cancel);
        Sheet = await SheetShown.FindAsync(db, article.Id, LocalMoment.DayOf(now, zone), cancel);
        if (article.LegalTexts.Count > 0 || Sheet is not null)
        {
            HttpContext.Tags().ExpireAt(masthead.NextMidnight(zone));
        }

        Count(now);
    }

    /// <summary>The first issue of the magazine that it stood in.</summary>
    private async Task<HeadPrint?> PrintedAsync(long id, DateTime now, CancellationToken cancel)
    {
        HttpContext.Tags().Add(MagazineQueries.Tag);
        return await db.PrintIssues.Published(now).OrderBy(issue => issue.DatedOn)
            .SelectMany(issue => issue.Entries.Where(entry => entry.ArticleId == id), (issue, entry) => new { issue.DatedOn, issue.Number, entry.Folio })
            .OrderBy(at => at.DatedOn).ThenBy(at => at.Folio).FirstOrDefaultAsync(cancel) is { } at
            ? new HeadPrint(at.Number, at.Folio, FormattableString.Invariant($"{MagazineQueries.Root}{at.Number}/"))
            : null;
    }

    /// <summary>As search engines are told of it: null where nobody speaks, and nobody may.</summary>
    private HeadTalk? HeadOf(Talk talk) => talk.Count == 0 && talk.Opening.IsClosed(talk.Now) ? null : new HeadTalk(
        talk.Count,
        talk.Count == 0 ? Head.Url + "#reactions" : address.Of(ConversationAddress.Of(talk.ArticleId)),
        [
            .. talk.Threads.Where(thread => thread.First.Text is not null).Take(CommentsInHead)
                .Select(thread => new HeadComment(thread.First.Name, Shortened.To(LengthInHead, thread.First.Text!), thread.First.PostedAt, $"{Head.Url}#{Comment.AnchorOf(thread.First.Id)}")),
        ]);

    private void Count(DateTime now)
    {
        if (count.ArticleGiven(Article.Id, HttpContext.Reader().Rights.ClassAt(now), isStopped: Wall is not null) is { } given)
        {
            HttpContext.Tags().TellWhenGiven(given);
            IsCounted = true;
        }
    }

    /// <summary>What may not be read never enters the page (G-05).</summary>
    private void Divide(Article article, Asked asked, Decision decision, double openShare)
    {
        if (asked.Requirement == Requirement.None)
        {
            Open = French.Typeset(article.Body);
            _opening = Cut.PlainOpening(article.Body, 300);
            return;
        }

        var cut = Cut.Of(article.Body, openShare);
        _opening = cut.PlainOpening(300);
        OpenedBy = decision.Through?.Source;
        if (decision.MayReadAll)
        {
            Open = French.Typeset(cut.Open);
            Withheld = French.Typeset(cut.Withheld);
            MayRedistribute = HttpContext.Features.Get<LicenceOfRequest>()?.MayRedistribute(asked);
        }
        else
        {
            Open = French.Typeset(cut.Open);
            Wall = new Wall(asked.Requirement, cut, ArticleAddress.Of(article.Id, article.Slug), HttpContext.Reader().Rights.IsRegistered)
            {
                IsNotIncluded = decision.Reason == Reason.NotIncluded,
                FreeArticlesRead = HttpContext.Features.Get<MeterUse>() is { IsOver: true } use ? use.Of : 0,
            };
        }
    }

    private async Task NameProductsAsync(Asked asked, CancellationToken cancel)
    {
        if (Wall is null || asked.Requirement != Requirement.Subscription)
        {
            return;
        }

        Wall = await db.NamedAsync(Wall, asked, cancel);
        HttpContext.Tags().Add(ProductTags.All);
    }

    /// <summary>What is most like it; while the index does not know it yet, the newest of its themes.</summary>
    private async Task<IReadOnlyList<ArticleCard>> SameSubjectAsync(Article article, DateTime now, CancellationToken cancel)
    {
        if (await related.ForAsync(HttpContext, article.Id, Related, cancel) is { } alike)
        {
            HttpContext.Tags().Add([.. alike.Select(ArticleTags.Article)]);
            return await db.Articles.Published(now).CardsAsync(alike, now, cancel);
        }

        var themes = article.Themes.Select(t => t.Id).ToList();
        return await db.Articles.Published(now)
            .Where(a => a.Id != article.Id && a.Themes.Any(t => themes.Contains(t.Id)))
            .NewestFirst().Take(Related).ToCards(now).ToListAsync(cancel);
    }
}

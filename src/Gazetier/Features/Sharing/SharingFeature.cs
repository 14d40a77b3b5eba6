using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Agenda;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Magazine;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sharing;

/// <summary>The pictures that stand beside links to our pages elsewhere, at <c>/vignettes/{kind}/{id}/{key}.png</c> (decision 0040).</summary>
public static class SharingFeature
{
    public static IServiceCollection AddSharing(this IServiceCollection services) => services.AddSingleton<ShareCards>();

    public static void MapSharing(this WebApplication app) => app.MapMethods(ShareCard.Root + "{kind}/{id}/{file}", PublicAnswer.Reading, GiveAsync).WithMetadata(new PublicFileAttribute());

    /// <summary>Only of a page that readers find now, and at its present words: nobody can have another picture drawn.</summary>
    private static async Task GiveAsync(HttpContext context, string kind, string id, string file, GazetierDb db, Masthead masthead, OpenClubs clubs, ShareCards cards, TimeProvider clock)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            // A missing picture needs no page around it.
            pages.Enabled = false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var card = kind == ShareCard.Article
            ? await OfArticleAsync(id, db, masthead, clubs, now, context.RequestAborted)
            : await OfPageAsync(kind, id, db, masthead, clubs, now, context.RequestAborted);
        await AnswerAsync(context, card, file, cards);
    }

    private static async Task<ShareCard?> OfPageAsync(string kind, string id, GazetierDb db, Masthead masthead, OpenClubs clubs, DateTime now, CancellationToken cancel)
    {
        var (imprint, t) = (await masthead.ImprintAsync(cancel), Phrases.OfPaper);
        var isNumber = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && id == number.ToString(CultureInfo.InvariantCulture);
        switch (kind)
        {
            case ShareCard.Paper:
                return id == "une" ? ShareCard.OfPaper(imprint) : null;
            case ShareCard.Club:
                return (await clubs.AllAsync(cancel)).FirstOrDefault(c => c.Slug == id) is { } club ? ShareCard.Of(kind, id, t["Club"], club.Name, imprint, club.Colour) : null;
            case ShareCard.Section:
                var sections = await masthead.SectionsAsync(cancel);
                return sections.FirstOrDefault(s => s.Slug == id) is { } section
                    ? ShareCard.Of(kind, id, t["Rubrique"], section.Name, imprint, (await clubs.AboveAsync(sections.PathTo(section.Id), cancel))?.Colour)
                    : null;
            case ShareCard.Dossier:
                return Of(t["Dossier"], await db.Dossiers.Where(d => d.Slug == id).Select(d => d.Title).FirstOrDefaultAsync(cancel));
            case ShareCard.Theme:
                return Of(t["Thème"], await db.Themes.Where(x => x.Slug == id).Select(x => x.Name).FirstOrDefaultAsync(cancel));
            case ShareCard.Author:
                var author = await db.Authors.Where(a => a.Slug == id).Select(a => new { a.Name, a.Function }).FirstOrDefaultAsync(cancel);
                return Of(author?.Function ?? "", author?.Name);
            case ShareCard.Event:
                var held = await db.AgendaEvents.Where(e => e.Slug == id && e.IsPublished).Select(e => new { e.Title, e.Kind }).FirstOrDefaultAsync(cancel);
                return Of(held?.Kind.Name(t) ?? "", held?.Title);
            case ShareCard.Announcement:
                var announced = isNumber ? await db.Announcements.Where(a => a.Id == number && a.PublishedAt <= now && a.WithdrawnAt == null).Select(a => new { a.Title, a.Kind }).FirstOrDefaultAsync(cancel) : null;
                return Of(announced?.Kind.Name(t) ?? "", announced?.Title);
            case ShareCard.Quiz:
                return Of(t["Quiz"], await db.Quizzes.Where(q => q.Slug == id && q.AppearedAt <= now).Select(q => q.Title).FirstOrDefaultAsync(cancel));
            case ShareCard.Text:
                var text = await db.LegalTexts.Published(now).Where(x => x.Slug == id).Select(x => new { x.Reference, x.Kind }).FirstOrDefaultAsync(cancel);
                return Of(text?.Kind.Name(t) ?? "", text?.Reference);
            case ShareCard.Issue:
                return Of(t["n° {0}", number], isNumber ? await db.PrintIssues.Published(now).Where(i => i.Number == number).Select(i => i.Title).FirstOrDefaultAsync(cancel) : null);
            default:
                return null;
        }

        ShareCard? Of(string label, string? headline) => headline is null ? null : ShareCard.Of(kind, id, label, headline, imprint, null);
    }

    private static async Task<ShareCard?> OfArticleAsync(string id, GazetierDb db, Masthead masthead, OpenClubs clubs, DateTime now, CancellationToken cancel)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await db.Articles.Published(now).Where(a => a.Id == number).Select(a => new { a.Headline, a.MainSectionId, Section = a.MainSection.Name }).FirstOrDefaultAsync(cancel) is not { } article)
        {
            return null;
        }

        var club = await clubs.AboveAsync((await masthead.SectionsAsync(cancel)).PathTo(article.MainSectionId), cancel);
        return ShareCard.Of(ShareCard.Article, number.ToString(CultureInfo.InvariantCulture), article.Section, article.Headline, await masthead.ImprintAsync(cancel), club?.Colour);
    }

    private static async Task AnswerAsync(HttpContext context, ShareCard? card, string file, ShareCards cards)
    {
        var response = context.Response;
        if (card is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (file != card.Key + ".png")
        {
            // The headline has changed since it was shared, or the colour.
            response.Redirect(card.Path);
            return;
        }

        if (await cards.FindOrDrawAsync(card, context.RequestAborted) is not { } path)
        {
            response.Headers.RetryAfter = "5";
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        response.Headers.CacheControl = "public, max-age=86400";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.Headers.Remove(SecurityHeaders.Robots);
        await Results.File(path, "image/png", entityTag: new($"\"{card.Key}\"")).ExecuteAsync(context);
    }
}

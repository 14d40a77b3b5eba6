using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs;
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

    public static void MapSharing(this WebApplication app) => app.MapMethods(ShareCard.Root + "{kind}/{id}/{file}", PublicAnswer.Reading, GiveAsync);

    /// <summary>Only of a page that readers find now, and at its present words: nobody can have another picture drawn.</summary>
    private static async Task GiveAsync(HttpContext context, string kind, string id, string file, GazetierDb db, Masthead masthead, OpenClubs clubs, ShareCards cards, TimeProvider clock)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            // A missing picture needs no page around it.
            pages.Enabled = false;
        }

        var imprint = await masthead.ImprintAsync(context.RequestAborted);
        var card = kind switch
        {
            ShareCard.Article => await OfArticleAsync(id, db, masthead, clubs, clock.GetUtcNow().UtcDateTime, context.RequestAborted),
            ShareCard.Dossier => await db.Dossiers.Where(d => d.Slug == id).Select(d => d.Title).FirstOrDefaultAsync(context.RequestAborted) is { } title
                ? ShareCard.Of(kind, id, Phrases.OfPaper["Dossier"], title, imprint, null)
                : null,
            ShareCard.Club => (await clubs.AllAsync(context.RequestAborted)).FirstOrDefault(c => c.Slug == id) is { } club
                ? ShareCard.Of(kind, id, Phrases.OfPaper["Club"], club.Name, imprint, club.Colour)
                : null,
            _ => null,
        };
        await AnswerAsync(context, card, file, cards);
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

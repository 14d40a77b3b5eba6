using System.Globalization;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Magazine;
using Gazetier.Web;

namespace Gazetier.Features.Feeds;

/// <summary>Feeds of the whole paper and of each list, in three formats (G-02). Conditional GET is the kept page's own.</summary>
public static class FeedsFeature
{
    private static readonly (FeedKind Kind, string Page)[] Pages =
    [
        (FeedKind.WholePaper, "/"),
        (FeedKind.Section, "/rubriques/{slug}/"),
        (FeedKind.Theme, "/themes/{slug}/"),
        (FeedKind.Dossier, "/dossiers/{slug}/"),
        (FeedKind.Author, "/auteurs/{slug}/"),
    ];

    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services.AddScoped<FeedSource>().AddScoped<LegalTextsFeed>().AddScoped<ExamsFeed>()
            .AddScoped<AnnouncementsFeed>().AddScoped<MagazineFeed>().AddScoped<CorrectionsFeed>().AddScoped<PrivateFeed>();

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var (kind, page) in Pages)
        {
            foreach (var format in FeedFormat.All)
            {
                app.MapMethods(page + format.Suffix, PublicAnswer.Reading, (HttpContext context, FeedSource source) => AnswerAsync(context, FindAsync(context, source, kind), format)).SameForAll();
            }
        }

        foreach (var format in FeedFormat.All)
        {
            app.MapGet(PrivateFeed.Root + "{token}/" + format.Suffix, (HttpContext context, PrivateFeed feed, string token) => AnswerAsync(context, Private(context, feed, token), format));
            app.MapMethods("/concours/" + format.Suffix, PublicAnswer.Reading, (HttpContext context, ExamsFeed exams) => AnswerAsync(context, exams.ReadAsync(context), format)).SameForAll();
            app.MapMethods(AnnouncementAddress.All + format.Suffix, PublicAnswer.Reading, (HttpContext context, AnnouncementsFeed announcements) => AnswerAsync(context, announcements.ReadAsync(null, context), format)).SameForAll();
            app.MapMethods(
                AnnouncementAddress.All + "{kind}/" + format.Suffix,
                PublicAnswer.Reading,
                (HttpContext context, AnnouncementsFeed announcements, string kind) => AnswerAsync(context, AnnouncementAddress.KindOf(kind) is { } known ? announcements.ReadAsync(known, context) : Task.FromResult<Feed?>(null), format)).SameForAll();
            app.MapMethods(MagazineQueries.Root + format.Suffix, PublicAnswer.Reading, (HttpContext context, MagazineFeed magazine) => AnswerAsync(context, magazine.ReadAsync(context)!, format)).SameForAll();
            app.MapMethods(LegalTextAddress.All + format.Suffix, PublicAnswer.Reading, (HttpContext context, LegalTextsFeed texts) => AnswerAsync(context, texts.ReadAsync(null, context), format)).SameForAll();
            app.MapMethods(
                LegalTextAddress.All + "genre/{kind}/" + format.Suffix,
                PublicAnswer.Reading,
                (HttpContext context, LegalTextsFeed texts, string kind) => AnswerAsync(context, LegalTextAddress.KindOf(kind) is { } known ? texts.ReadAsync(known, context) : Task.FromResult<Feed?>(null), format)).SameForAll();
            app.MapMethods(
                ArticleAddress.Corrections + format.Suffix,
                PublicAnswer.Reading,
                (HttpContext context, CorrectionsFeed corrections) => AnswerAsync(context, corrections.ReadAsync(context)!, format)).SameForAll();
        }
    }

    private static Task<Feed?> Private(HttpContext context, PrivateFeed feed, string token)
    {
        // One reader's own: no proxy keeps it, no search engine lists it, and its address is told to nobody.
        context.Response.Headers.CacheControl = "private, max-age=300";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return feed.FindAsync(token, context.RequestAborted);
    }

    private static Task<Feed?> FindAsync(HttpContext context, FeedSource source, FeedKind kind) =>
        source.FindAsync(kind, context.GetRouteValue("slug") as string ?? "", context);

    private static async Task AnswerAsync(HttpContext context, Task<Feed?> found, FeedFormat format)
    {
        if (await found is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.LastModified = feed.UpdatedAt.ToString("R", CultureInfo.InvariantCulture);
        await context.AnswerAsync(format.ContentType, format.Write(feed, feed.Url + format.Suffix));
    }
}

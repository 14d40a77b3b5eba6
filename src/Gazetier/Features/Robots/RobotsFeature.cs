using System.Text;
using Gazetier.Data;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>The files that robots ask for: where the pages are, and what may be done with them.</summary>
public static class RobotsFeature
{
    private const string Plain = "text/plain; charset=utf-8";
    private const string Xml = "application/xml; charset=utf-8";

    public static IServiceCollection AddRobots(this IServiceCollection services) =>
        services.AddScoped<Sitemap>().AddScoped<NewsSitemap>();

    public static void MapRobots(this WebApplication app)
    {
        app.MapMethods("/sitemap.xml", PublicAnswer.Reading, async (HttpContext context, Sitemap sitemap, GazetierDb db, TimeProvider clock) =>
        {
            await TagAsync(context, db, clock);
            await context.AnswerAsync(Xml, await sitemap.WriteAsync(context.RequestAborted));
        }).SameForAll();
        app.MapMethods("/sitemap-{number:int}.xml", PublicAnswer.Reading, AnswerPartAsync).SameForAll();
        app.MapMethods("/sitemap-news.xml", PublicAnswer.Reading, async (HttpContext context, NewsSitemap sitemap, GazetierDb db, TimeProvider clock) =>
        {
            await TagAsync(context, db, clock);
            await context.AnswerAsync(Xml, await sitemap.WriteAsync(context.Tags(), context.RequestAborted));
        }).SameForAll();
        app.MapMethods("/robots.txt", PublicAnswer.Reading, (HttpContext context, Masthead masthead, PublicAddress address) =>
            AnswerAsync(context, masthead, Plain, imprint => Encoding.UTF8.GetBytes(RobotsTxt.Write(imprint, address)))).SameForAll();
        app.MapMethods("/.well-known/tdmrep.json", PublicAnswer.Reading, (HttpContext context, Masthead masthead, PublicAddress address) =>
            AnswerAsync(context, masthead, "application/json", imprint => TdmReservation.Write(imprint, address))).SameForAll();
        app.MapMethods("/.well-known/security.txt", PublicAnswer.Reading, (HttpContext context, Masthead masthead, PublicAddress address, TimeProvider clock) =>
            AnswerAsync(context, masthead, Plain, imprint => Encoding.UTF8.GetBytes(SecurityTxt.Write(imprint, address, clock.GetUtcNow().UtcDateTime)))).SameForAll();
    }

    private static async Task AnswerPartAsync(HttpContext context, Sitemap sitemap, GazetierDb db, TimeProvider clock, int number)
    {
        if (await sitemap.WritePartAsync(number, context.RequestAborted) is not { } part)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await TagAsync(context, db, clock);
        await context.AnswerAsync(Xml, part);
    }

    private static async Task AnswerAsync(HttpContext context, Masthead masthead, string contentType, Func<Imprint, byte[]> write)
    {
        context.Tags().Add(Masthead.Tag);
        await context.AnswerAsync(contentType, write(await masthead.ImprintAsync(context.RequestAborted)));
    }

    private static async Task TagAsync(HttpContext context, GazetierDb db, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        context.Tags().Add(ArticleTags.Front, Masthead.Tag);
        await context.ExpireAtNextDeadlineAsync(db.Announcements.Open(now), context.RequestAborted);
        await context.ExpireAtNextPublicationAsync(db, now, context.RequestAborted);
    }
}

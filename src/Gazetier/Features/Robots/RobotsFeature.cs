using System.Text;
using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Licensing;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>The files that robots ask for, the answers that they get, and the log of their visits (docs/decisions/0039).</summary>
public static class RobotsFeature
{
    private const string Plain = "text/plain; charset=utf-8";
    private const string Xml = "application/xml; charset=utf-8";

    public static IServiceCollection AddRobots(this IServiceCollection services)
    {
        services.AddScoped<Sitemap>().AddScoped<NewsSitemap>().AddScoped<ReadPlaces>();
        services.AddSingleton<KnownRobots>();
        services.AddSingleton<FindLine>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<FindLine>());
        services.AddSingleton<RobotTally>();
        services.AddSingleton<KeepVisits>();
        services.AddSingleton<VerifyRobots>();
        // On every node: each writes what it counted itself, and verifies who came to it.
        services.AddHostedService<RobotRounds>();
        services.AddHostedService(provider => provider.GetRequiredService<VerifyRobots>());
        return services;
    }

    /// <summary>Before the kept pages: they are nobody's who may not have them.</summary>
    public static void UseRobots(WebApplication app)
    {
        var away = ((IApplicationBuilder)app).New();
        away.UseMiddleware<SecurityHeaders>();
        away.Run(TurnAwayAsync);
        var turnAway = away.Build();
        var services = app.Services;
        app.Use(next => new MeetRobots(
            next, turnAway, services.GetRequiredService<KnownRobots>(), services.GetRequiredService<FindLine>(), services.GetRequiredService<VerifyRobots>(),
            services.GetRequiredService<RobotTally>()).InvokeAsync);
    }

    /// <summary>Right after what keeps pages, so that they are kept with it.</summary>
    public static void UseSaying(this WebApplication app) => app.UseMiddleware<SayLine>();

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
        app.MapMethods("/robots.txt", PublicAnswer.Reading, async (HttpContext context, ReadPolicy read, ReadPlaces places, KnownRobots robots, GazetierDb db, PublicAddress address, TimeProvider clock) =>
        {
            await TagAsync(context, db, clock);
            var policy = await read.RunAsync(context.RequestAborted);
            await context.AnswerAsync(Plain, Encoding.UTF8.GetBytes(RobotsTxt.Write(policy, await places.RunAsync(context.RequestAborted), robots.List.All, address)));
        }).SameForAll();
        app.MapMethods("/.well-known/tdmrep.json", PublicAnswer.Reading, async (HttpContext context, ReadPlaces places, GazetierDb db, PublicAddress address, TimeProvider clock) =>
        {
            await TagAsync(context, db, clock);
            await context.AnswerAsync("application/json", TdmReservation.Write(await places.RunAsync(context.RequestAborted), address));
        }).SameForAll();
        app.MapMethods(SayLicence.Rsl, PublicAnswer.Reading, async (HttpContext context, ReadPlaces places, Masthead masthead, GazetierDb db, PublicAddress address, TimeProvider clock) =>
        {
            await TagAsync(context, db, clock);
            await context.AnswerAsync(
                "application/rsl+xml; charset=utf-8",
                LicenceRsl.Write(await places.RunAsync(context.RequestAborted), await masthead.ImprintAsync(context.RequestAborted), address));
        }).SameForAll();
        app.MapMethods("/.well-known/security.txt", PublicAnswer.Reading, async (HttpContext context, Masthead masthead, PublicAddress address, TimeProvider clock) =>
        {
            context.Tags().Add(Masthead.Tag);
            var imprint = await masthead.ImprintAsync(context.RequestAborted);
            await context.AnswerAsync(Plain, Encoding.UTF8.GetBytes(SecurityTxt.Write(imprint, address, clock.GetUtcNow().UtcDateTime)));
        }).SameForAll();
    }

    /// <summary>402 and 403, in words short enough for a log.</summary>
    private static Task TurnAwayAsync(HttpContext context)
    {
        var licence = context.RequestServices.GetRequiredService<PublicAddress>().Of(SayLicence.Page);
        context.Response.Headers.Link = $"<{licence}>; rel=\"license\"";
        context.Response.ContentType = Plain;
        var body = Encoding.UTF8.GetBytes(context.Response.StatusCode == StatusCodes.Status402PaymentRequired
            ? $"Cet usage demande une licence : {licence}\nThis use requires a licence: {licence}\n"
            : $"Cet usage est refusé ; conditions et contact : {licence}\nThis use is refused; terms and contact: {licence}\n");
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
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

    private static async Task TagAsync(HttpContext context, GazetierDb db, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        context.Tags().Add(ArticleTags.Front, Masthead.Tag);
        await context.ExpireAtNextDeadlineAsync(db.Announcements.Open(now), context.RequestAborted);
        await context.ExpireAtNextPublicationAsync(db, now, context.RequestAborted);
    }
}

using Gazetier.Data;
using Gazetier.Features.Feeds.Hubs;
using Gazetier.Web;

namespace Gazetier.Features.Feeds;

/// <summary>
/// Feeds of the whole paper and of each list, in three formats (G-02). All tell when they changed and by which bytes, and answer 304; where the
/// operator names a hub, they name it too, and it is told what changed (WebSub; decision 0040).
/// </summary>
public static class FeedsFeature
{
    public static IServiceCollection AddFeeds(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddScoped<FeedSource>().AddScoped<LegalTextsFeed>().AddScoped<ExamsFeed>()
            .AddScoped<AnnouncementsFeed>().AddScoped<MagazineFeed>().AddScoped<CorrectionsFeed>().AddScoped<PrivateFeed>().AddScoped<PublicFeeds>();
        services.AddScoped<NoteFeeds>().AddScoped<TellHub>();
        services.AddHttpClient(TellHub.Client, Prepare).ConfigurePrimaryHttpMessageHandler(Connections).RemoveAllLoggers();
        if (options.Works && options.HasHub)
        {
            services.AddHostedService<HubRounds>();
        }

        return services;
    }

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var format in FeedFormat.All)
        {
            foreach (var page in PublicFeeds.Pages)
            {
                app.MapMethods(page + format.Suffix, PublicAnswer.Reading, (HttpContext context, PublicFeeds feeds, NewspaperOptions options) => AnswerAsync(context, feeds, options, format)).SameForAll();
            }

            app.MapMethods(PrivateFeed.Root + "{token}/" + format.Suffix, PublicAnswer.Reading, (HttpContext context, PrivateFeed feed, FirstSeen seen, TimeProvider clock, string token) => AnswerOneAsync(context, feed, token, null, format, seen, clock));
            app.MapMethods(PrivateFeed.Root + "{token}/{search:guid}/" + format.Suffix, PublicAnswer.Reading, (HttpContext context, PrivateFeed feed, FirstSeen seen, TimeProvider clock, string token, Guid search) => AnswerOneAsync(context, feed, token, search, format, seen, clock));
        }
    }

    private static async Task AnswerAsync(HttpContext context, PublicFeeds feeds, NewspaperOptions options, FeedFormat format)
    {
        var page = context.Request.Path.Value![..^format.Suffix.Length].ToLowerInvariant();
        if (await feeds.FindAsync(page, context) is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var self = feed.Url + format.Suffix;
        if (options.HasHub)
        {
            feed = feed with { Hub = options.Hub };
            context.Response.Headers.Link = $"<{options.Hub}>; rel=\"hub\", <{self}>; rel=\"self\"";
        }

        // Since when these bytes are what they are, is said by who keeps them: the newest entry does not tell of one that went.
        await context.AnswerAsync(format.ContentType, format.Write(feed, self));
    }

    /// <summary>One reader's own: no proxy keeps it, no search engine lists it, no hub hears of it, and its address is told to nobody.</summary>
    private static async Task AnswerOneAsync(HttpContext context, PrivateFeed feeds, string token, Guid? search, FeedFormat format, FirstSeen seen, TimeProvider clock)
    {
        context.Response.Headers.CacheControl = "private, max-age=300";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await feeds.FindAsync(token, search, context.RequestAborted) is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var body = format.Write(feed, feed.Url + format.Suffix);
        context.Response.Headers.LastModified = seen.Of(context.Request.Path.Value!, body, clock.GetUtcNow().UtcDateTime);
        await context.AnswerOnceAsync(format.ContentType, body);
    }

    private static void Prepare(HttpClient client)
    {
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Gazetier");
        client.Timeout = TellHub.Patience;
        client.MaxResponseContentBufferSize = 64 * 1024;
    }

    /// <summary>The hub is where the operator says, and nowhere that it leads to.</summary>
    private static SocketsHttpHandler Connections()
    {
        var connections = OutsideConnections.Handler();
        connections.AllowAutoRedirect = false;
        return connections;
    }
}

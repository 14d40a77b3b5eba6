using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Agenda;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Conversation;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Magazine;
using Gazetier.Features.Search.Asking;
using Gazetier.Features.Search.Indexing;
using Gazetier.Features.Search.Relating;

namespace Gazetier.Features.Search;

/// <summary>Finds whatever the newspaper has published: one index on each node, fed by the change log (W-05, docs/decisions/0038).</summary>
public static class SearchFeature
{
    public static IServiceCollection AddSearch(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<HeadingNames>();
        services.AddSingleton<KnownSynonyms>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<SearchIndex>());
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<HeadingNames>());
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<KnownSynonyms>());
        services.AddScoped<AskIndex>();
        services.AddScoped<Suggest>();
        services.AddScoped<FindRelated>();
        services.AddScoped<FindArticles>().AddScoped<IFindables>(provider => provider.GetRequiredService<FindArticles>());
        services.AddScoped<IFindables, FindLegalTexts>();
        services.AddScoped<IFindables, FindEvents>();
        services.AddScoped<IFindables, FindAnnouncements>();
        services.AddScoped<IFindables, FindPrintIssues>();
        services.AddScoped<IFindables, FindConversations>();
        if (options.Answers)
        {
            services.AddHostedService<KeepIndex>();
        }

        return services;
    }

    public static void MapSearch(this WebApplication app) => app.MapGet(
        "/recherche/suggestions",
        async (HttpContext context, Suggest suggest, string? q) => Results.Json(await suggest.ForAsync(q, context.RequestAborted)));
}

using Gazetier.Features.Manuscripts.Newsroom;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Manuscripts;

/// <summary>Written, read over, published: the newsroom's own work on articles (docs/decisions/0012).</summary>
public static class ManuscriptsFeature
{
    public static IServiceCollection AddManuscripts(this IServiceCollection services)
    {
        // What cannot be read is said to be so: without it the framework binds nothing, not even the article's number.
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Manuscripts", page => page.Filters.Add(new SmallForm { Limit = EditModel.LargestForm })));
        services.AddScoped<BeginManuscript>();
        services.AddScoped<SaveManuscript>();
        services.AddScoped<RestoreRevision>();
        services.AddScoped<MoveManuscript>();
        services.AddScoped<OrderManuscript>();
        services.AddScoped<PublishArticle>();
        services.AddScoped<WithdrawArticle>();
        services.AddScoped<ReadChecklist>();
        services.AddSingleton<AskLinks>();
        services.AddHttpClient(AskLinks.Client, client => client.DefaultRequestHeaders.UserAgent.ParseAdd("Gazetier"))
            .ConfigurePrimaryHttpMessageHandler(OutsideConnections.Handler).RemoveAllLoggers();
        return services;
    }

    public static void MapManuscripts(this WebApplication app)
    {
        app.MapPresence();
        app.MapArticleSearch();
        app.MapManuscriptActions();
    }
}

using Gazetier.Features.Manuscripts.Newsroom;

namespace Gazetier.Features.Manuscripts;

/// <summary>Written, read over, published: the newsroom's own work on articles (docs/decisions/0012).</summary>
public static class ManuscriptsFeature
{
    public static IServiceCollection AddManuscripts(this IServiceCollection services)
    {
        services.AddScoped<BeginManuscript>();
        services.AddScoped<SaveManuscript>();
        services.AddScoped<RestoreRevision>();
        services.AddScoped<MoveManuscript>();
        services.AddScoped<OrderManuscript>();
        services.AddScoped<PublishArticle>();
        services.AddScoped<WithdrawArticle>();
        services.AddScoped<ReadChecklist>();
        return services;
    }

    public static void MapManuscripts(this WebApplication app)
    {
        app.MapPresence();
        app.MapArticleSearch();
        app.MapManuscriptActions();
    }
}

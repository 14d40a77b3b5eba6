using Gazetier.Features.Previews.Newsroom;
using Gazetier.Web;

namespace Gazetier.Features.Previews;

/// <summary>What readers will see, before they see it.</summary>
public static class PreviewsFeature
{
    public static IServiceCollection AddPreviews(this IServiceCollection services)
    {
        services.AddScoped<ReadWrittenArticle>();
        services.AddScoped<ShareArticle>();
        services.AddScoped<RevokePreview>();
        services.AddSingleton<SharedOnce>();
        return services;
    }

    /// <summary>Stands before routing: the request goes on as that of the page.</summary>
    public static void UsePreviews(this WebApplication app) => app.UseMiddleware<ShowPreviews>();

    public static void MapPreviews(this WebApplication app)
    {
        app.MapGet("/redaction/articles/{id:long}/apercu", (long id) => Results.LocalRedirect(FormattableString.Invariant($"{PreviewAddress.Root}?quoi=article:{id}")))
            .RequireAuthorization(NewsroomIsForStaff.StaffPolicy);
        app.MapEditionPreview();
    }
}

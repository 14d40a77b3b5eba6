using Gazetier.Features.Access;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Gifts;

/// <summary>Articles that subscribers give away .</summary>
public static class GiftsFeature
{
    public static IServiceCollection AddGifts(this IServiceCollection services)
    {
        services.AddSingleton<GiftCookie>();
        services.AddSingleton<BringGift>();
        services.AddSingleton<BringRights>(provider => provider.GetRequiredService<BringGift>().RunAsync);
        services.AddScoped<GiveArticle>();
        services.AddScoped<OpenGift>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Gifts", page => page.Filters.Add(new SmallForm())));
        return services;
    }
}

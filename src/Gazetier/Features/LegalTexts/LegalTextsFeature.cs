using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.LegalTexts;

/// <summary>Official texts, rulings and ministers' answers: what they say, what they are worth, what was written about them (docs/decisions/0031).</summary>
public static class LegalTextsFeature
{
    /// <summary>Bytes of a form: the longest table, each sign of it escaped.</summary>
    private const long LargestForm = 6 * 1024 * 1024;

    public static IServiceCollection AddLegalTexts(this IServiceCollection services)
    {
        services.AddScoped<KeepLegalText>();
        services.AddScoped<ChangeTextState>();
        services.AddScoped<ImportLegalTexts>();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/LegalTexts/Newsroom", page => page.Filters.Add(new SmallForm { Limit = LargestForm })));
        return services;
    }
}

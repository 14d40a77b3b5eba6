using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Magazine;

/// <summary>The magazine on paper: its issues, their contents, the pages that can be read aloud, their PDF.</summary>
public static class MagazineFeature
{
    private const long LargestForm = 1024 * 1024;

    public static IServiceCollection AddMagazine(this IServiceCollection services)
    {
        services.AddSingleton<PrintFiles>();
        services.AddScoped<OpenPrintIssue>();
        services.AddScoped<KeepPrintIssue>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            foreach (var page in new[] { "Edit", "Contents", "Folio", "Publish" })
            {
                pages.Conventions.AddPageApplicationModelConvention("/Magazine/Newsroom/" + page, model => model.Filters.Add(new SmallForm { Limit = LargestForm }));
            }

            pages.Conventions.AddPageApplicationModelConvention("/Magazine/Newsroom/Pdf", model => model.Filters.Add(new SmallForm { Limit = PrintFiles.Most + LargestForm }));
        });
        return services;
    }

    public static void MapMagazine(this WebApplication app) =>
        app.MapMethods(MagazineQueries.Root + "{number:int}/pdf", [HttpMethods.Get, HttpMethods.Head], GivePdf.AnswerAsync).WithMetadata(new PublicFileAttribute());
}

using Gazetier.Features.Dossiers;
using Gazetier.Features.Follows;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Headings;

/// <summary>What articles stand under: sections, themes, dossiers and authors, as the newsroom looks after them.</summary>
public static class HeadingsFeature
{
    public static IServiceCollection AddHeadings(this IServiceCollection services)
    {
        services.AddScoped<MergeHeadings>();
        services.AddScoped<DeleteHeading>();
        services.AddScoped<ArrangeDossier>();
        // One page for all kinds: the second part of the address says which (the pages themselves name themes).
        services.Configure<RazorPagesOptions>(pages =>
        {
            foreach (var kind in new[] { FollowKind.Dossier, FollowKind.Author })
            {
                var folder = "redaction/" + kind.Folder();
                pages.Conventions.AddPageRoute("/Headings/Newsroom/Index", folder);
                pages.Conventions.AddPageRoute("/Headings/Newsroom/Merge", folder + "/{slug}/fusion");
            }

            foreach (var kind in new[] { FollowKind.Dossier, FollowKind.Author, FollowKind.Section })
            {
                var folder = "redaction/" + kind.Folder();
                pages.Conventions.AddPageRoute("/Headings/Newsroom/New", folder + "/nouveau");
                pages.Conventions.AddPageRoute("/Headings/Newsroom/Delete", folder + "/{slug}/suppression");
            }
        });
        return services;
    }
}

using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.MailingLists;

/// <summary>What readers get in bulk, and how they leave it: by the link of each mail, by one page of all lists, in their account (E-02).</summary>
public static class MailingListsFeature
{
    public static IServiceCollection AddMailingLists(this IServiceCollection services)
    {
        services.AddScoped<ListsOfReader>();
        services.AddScoped<LeaverOfRequest>();
        services.Configure<RazorPagesOptions>(pages =>
        {
            // Not the page that takes a reader off: it does so whatever stands in the body.
            foreach (var page in new[] { "/MailingLists/Resume", "/MailingLists/Preferences", "/MailingLists/Mine/Index" })
            {
                pages.Conventions.AddPageApplicationModelConvention(page, model => model.Filters.Add(new SmallForm()));
            }
        });
        return services;
    }
}

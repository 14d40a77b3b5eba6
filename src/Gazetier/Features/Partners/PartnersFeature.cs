using Gazetier.Changes;
using Gazetier.Data;
using Gazetier.Features.Figures;
using Gazetier.Features.Partners.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Partners;

/// <summary>Blocks of partners and of the house, and what readers write to partners (G-11).</summary>
public static class PartnersFeature
{
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddSingleton<OpenSlots>();
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<OpenSlots>());
        services.AddScoped<SendLead>();
        services.AddScoped<IComposeMail, LeadLetters>();
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderApplicationModelConvention("/Partners", page => page.Filters.Add(new SmallForm())));
        return services;
    }

    public static void MapPartners(this WebApplication app) => app.MapGet(PartnerAddress.Root + "{number:int}", LeadOnAsync);

    /// <summary>Counts the click, as one more and nobody's, and leads on. What is over leads nowhere.</summary>
    private static async Task<IResult> LeadOnAsync(int number, HttpContext context, GazetierDb db, CountReading count, TimeProvider clock)
    {
        var insertion = await db.Insertions.AsNoTracking().FirstOrDefaultAsync(i => i.Number == number, context.RequestAborted);
        if (insertion is null || !insertion.IsOpen(clock.GetUtcNow().UtcDateTime))
        {
            return Results.NotFound();
        }

        count.SlotFollowed(context, number);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(insertion.Link switch
        {
            "" => PartnerAddress.Form(number),
            ['/', ..] => LocalPath.Or(insertion.Link, "/"),
            // A header is ASCII.
            _ => new Uri(insertion.Link).AbsoluteUri,
        });
    }
}

using Gazetier.Changes;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Features.SingleSignOn;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Organisations;

/// <summary>Organisations that subscribe for their people: contracts, seats and every way into them (A-02 to A-06, P-05).</summary>
public static class OrganisationsFeature
{
    /// <summary>Bytes of a form: a table of people, and what browsers put around it.</summary>
    private const long LargestForm = 1536 * 1024;

    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddScoped<ClaimSeat>();
        services.AddScoped<GiveBackSeat>();
        services.AddScoped<InvitePeople>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<ChangeJoinLink>();
        services.AddScoped<ChangeStewards>();
        services.AddScoped<JoinByThemselves>();
        services.AddScoped<KeepOrganisation>();
        services.AddScoped<KeepDomains>();
        services.AddScoped<KeepRanges>();
        services.AddScoped<KeepSirets>();
        services.AddScoped<ChangeContract>();
        services.AddScoped<LeaveEmployer>();
        services.AddScoped<GiveSeat>();
        services.AddScoped<OrganisationDesk>();
        services.AddScoped<SessionsOfSeats>();
        services.AddScoped<MostSessions>(provider => provider.GetRequiredService<SessionsOfSeats>().OfAsync);
        services.AddScoped<IComposeMail, InvitationLetters>();
        services.AddScoped<IComposeMail, SeatLetters>();
        services.AddScoped<IComposeMail, LeftLetters>();
        services.AddScoped<IComposeMail, DeskLetters>();
        services.AddScoped<AddressProven>(provider => provider.GetRequiredService<JoinByThemselves>().ByDomainAsync);
        services.AddScoped<SeatBySiret>(provider => provider.GetRequiredService<JoinByThemselves>().BySiretAsync);
        services.AddScoped<EmployerChanged>(provider => provider.GetRequiredService<LeaveEmployer>().RunAsync);
        services.AddSingleton<RecogniseAddresses>();
        services.AddSingleton<BringRights>(provider => provider.GetRequiredService<RecogniseAddresses>().BringAsync);
        services.AddSingleton<BringLicence>();
        services.AddSingleton<BringRights>(provider => provider.GetRequiredService<BringLicence>().RunAsync);
        services.AddSingleton<IFollowChanges>(provider => provider.GetRequiredService<RecogniseAddresses>());
        services.AddHostedService(provider => provider.GetRequiredService<RecogniseAddresses>());
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Organisations", page => page.Filters.Add(new SmallForm { Limit = LargestForm })));
        return services;
    }
}

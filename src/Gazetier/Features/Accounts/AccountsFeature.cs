using Gazetier.Data;
using Gazetier.Features.Accounts.Factors;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gazetier.Features.Accounts;

/// <summary>Registration, sign-in, sessions, addresses and passwords, a reader's own data (S-01 to S-05, S-09, E-03, L-41).</summary>
public static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, NewspaperOptions options)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<GazetierDb>();
        // Ours alone: Identity's own rules ask for kinds of characters, which S-02 forbids.
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<NewPassword>();
        services.AddScoped<IPasswordValidator<Account>>(provider => provider.GetRequiredService<NewPassword>());
        services.AddSingleton<Argon2PasswordHasher>();
        services.AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<Argon2PasswordHasher>());

        services.AddSessions();
        services.AddFactors();
        services.AddVerbs();
        services.AddMails();
        services.AddPersonalData();
        services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddFolderApplicationModelConvention("/Accounts", page => page.Filters.Add(new SmallForm())));
        if (options.Works)
        {
        }

        return services;
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapLanguageChoice();
        app.MapPersonalData();
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<RegistrationCookie>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<RequestLimits>();
        services.AddAuthentication(SessionAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(SessionAuthentication.ProvenClaim).Build())
            .AddPolicy(NewsroomIsForStaff.StaffPolicy, staff => staff.RequireRole(Enum.GetNames<StaffRole>()));
    }

    private static void AddFactors(this IServiceCollection services)
    {
        services.AddSingleton<BrowserCookie>();
        services.AddSingleton<CodeThrottle>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<Passkeys>();
        services.AddScoped<CheckCode>();
        services.AddScoped<ProveSession>();
        services.AddScoped<ChangeFactors>();
        services.AddScoped<ResetFactors>();
        services.AddScoped<ShownCodes>();
    }

    private static void AddVerbs(this IServiceCollection services)
    {
        services.AddScoped<CheckPassword>();
        services.AddScoped<OpenSession>();
        services.AddScoped<EndSessions>();
        services.AddScoped<AskForLink>();
        services.AddScoped<ConfirmRegistration>();
        services.AddScoped<SetPassword>();
        services.AddScoped<ChangeAddress>();
        services.AddScoped<OpenAccount>();
        services.AddScoped<AddAccount>();
        services.AddScoped<DeleteAccount>();
    }

    private static void AddMails(this IServiceCollection services)
    {
        services.AddScoped<LetterWriter>();
        services.AddScoped<IComposeMail, LinkMails>();
        services.AddScoped<IComposeMail, NoticeMails>();
    }

    /// <summary>All of the program's, found by their type: one that is forgotten would leave a reader's traces behind.</summary>
    private static void AddPersonalData(this IServiceCollection services)
    {
        services.AddScoped<ExportPersonalData>();
        foreach (var holder in typeof(AccountsFeature).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IHoldPersonalData))))
        {
            services.AddScoped(typeof(IHoldPersonalData), holder);
        }

        foreach (var rule in typeof(AccountsFeature).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IForget))))
        {
            services.AddScoped(rule);
            services.AddScoped(typeof(IForget), provider => provider.GetRequiredService(rule));
        }
    }
}

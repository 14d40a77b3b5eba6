namespace Gazetier.Features.Demo;

public static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddScoped<MakeDemo>();
        services.AddScoped<MakeDemoArticles>();
        services.AddScoped<MakeDemoManuscripts>();
        services.AddScoped<MakeDemoFigures>();
        services.AddScoped<MakeDemoRobots>();
        services.AddScoped<MakeDemoOrganisations>();
        services.AddScoped<MakeDemoSales>();
        services.AddScoped<MakeDemoNewsletters>();
        services.AddScoped<MakeDemoClubs>();
        services.AddScoped<MakeDemoAgenda>();
        services.AddScoped<MakeDemoPartners>();
        services.AddScoped<MakeDemoAnnouncements>();
        services.AddScoped<MakeDemoMagazine>();
        services.AddScoped<MakeDemoConversation>();
        services.AddScoped<MakeDemoDocuments>();
        return services;
    }
}

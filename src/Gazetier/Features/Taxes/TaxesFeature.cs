namespace Gazetier.Features.Taxes;

/// <summary>Value added tax: a table by class, customer, territory and day.</summary>
public static class TaxesFeature
{
    public static IServiceCollection AddTaxes(this IServiceCollection services) => services.AddScoped<AddRate>();
}

namespace Gazetier.Features.Staff;

/// <summary>Who belongs to the staff, as what, and in which sections (S-09).</summary>
public static class StaffFeature
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services.AddScoped<AppointStaff>();
}

namespace Gazetier.Features.Library;

/// <summary>What the newsroom keeps to illustrate with: taken in, described, replaced, thrown away, and where it is used.</summary>
public static class LibraryFeature
{
    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddScoped<PictureUses>();
        services.AddScoped<TakePicture>();
        services.AddScoped<DescribePicture>();
        services.AddScoped<ReplacePicture>();
        services.AddScoped<DeletePicture>();
        services.AddScoped<AttachmentUses>();
        services.AddScoped<DeleteAttachment>();
        return services;
    }
}

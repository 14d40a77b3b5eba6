using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests;

/// <summary>
/// What the pages are is looked up once for all sites: half a second of reflection, which was a third of every test. A site has copies, for
/// MVC keeps on them what it made with that site's services.
/// </summary>
internal sealed class SharedPages(IServiceProvider services) : IActionDescriptorProvider
{
    private static readonly Lock Once = new();
    private static List<CompiledPageActionDescriptor>? _pages;

    public int Order => 0;

    public static void Register(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(CompiledPageActionDescriptorProvider)));
        services.AddSingleton<IActionDescriptorProvider, SharedPages>();
    }

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        lock (Once)
        {
            _pages ??= LookUp();
        }

        foreach (var page in _pages)
        {
            context.Results.Add(Copy(page));
        }
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context)
    {
    }

    private List<CompiledPageActionDescriptor> LookUp()
    {
        var found = new ActionDescriptorProviderContext();
        ActivatorUtilities.CreateInstance<CompiledPageActionDescriptorProvider>(services).OnProvidersExecuting(found);
        return [.. found.Results.Cast<CompiledPageActionDescriptor>()];
    }

    private static CompiledPageActionDescriptor Copy(CompiledPageActionDescriptor page) => new(page)
    {
        ActionConstraints = page.ActionConstraints,
        AttributeRouteInfo = page.AttributeRouteInfo,
        BoundProperties = page.BoundProperties,
        DeclaredModelTypeInfo = page.DeclaredModelTypeInfo,
        DisplayName = page.DisplayName,
        EndpointMetadata = page.EndpointMetadata,
        FilterDescriptors = page.FilterDescriptors,
        HandlerMethods = page.HandlerMethods,
        HandlerTypeInfo = page.HandlerTypeInfo,
        ModelTypeInfo = page.ModelTypeInfo,
        PageTypeInfo = page.PageTypeInfo,
        Parameters = page.Parameters,
        Properties = new Dictionary<object, object?>(page.Properties),
        RouteValues = page.RouteValues,
    };
}

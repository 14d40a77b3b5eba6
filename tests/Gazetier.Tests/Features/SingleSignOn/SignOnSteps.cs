using Gazetier.Features.SingleSignOn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>What the tests of single sign-on do again and again.</summary>
public static class SignOnSteps
{
    /// <summary>The settings of ProConnect as the double knows it.</summary>
    public static readonly (string Name, string Value)[] ProConnect =
    [
        ("ProConnect:Domain", "auth.proconnect.test"), ("ProConnect:ClientId", ProConnectDouble.ClientId), ("ProConnect:ClientSecret", ProConnectDouble.ClientSecret),
    ];

    /// <summary>The same provider, taken for any other.</summary>
    public static readonly (string Name, string Value)[] Mairie =
    [
        ("OpenId:mairie:Issuer", TokensOfDouble.Issuer + "/"), ("OpenId:mairie:ClientId", ProConnectDouble.ClientId),
        ("OpenId:mairie:ClientSecret", ProConnectDouble.ClientSecret), ("OpenId:mairie:Algorithm", "ES256"), ("OpenId:mairie:Label", "Mairie de Valmorel"),
    ];

    /// <summary>A newspaper that knows the double, by its clock and over its line.</summary>
    public static Task<Site> OpenSiteAsync(this ProConnectDouble twin, Action<IServiceCollection>? configure = null, params (string Name, string Value)[] settings) =>
        Site.OpenAsync(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(twin.Clock));
                services.Connect(twin.Server);
                // Seats are tried by themselves: here everybody goes where they wanted to.
                services.AddScoped<SeatBySiret>(_ => (_, _, _) => Task.FromResult<string?>(null));
                configure?.Invoke(services);
            },
            settings.Length > 0 ? settings : ProConnect);

    /// <summary>Lays the line to a provider. It may be slow where many tests run: what is away says so itself.</summary>
    public static void Connect(this IServiceCollection services, Func<HttpMessageHandler> line) =>
        services.AddHttpClient(Discovery.Client).ConfigurePrimaryHttpMessageHandler(line).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromMinutes(2));

    /// <summary>Presses the button; returns where the provider is asked.</summary>
    public static async Task<Uri> LeaveAsync(this Browser browser, string provider = "proconnect", params (string Name, string Value)[] fields)
    {
        var answer = await browser.PostAsync("/connexion/sso/" + provider, fields);
        return answer.Moved() ?? throw new InvalidOperationException($"{answer.Status} {answer.Location} {answer.Body}");
    }

    /// <summary>Where a page moves on to by itself.</summary>
    public static Uri? Moved(this Answer answer) =>
        answer.Headers.GetValueOrDefault("Refresh") is { } refresh && refresh.StartsWith("0;url=", StringComparison.Ordinal) ? new Uri(refresh[6..]) : null;

    /// <summary>Asks the provider in the browser's name; returns where it leads back to, or what it says.</summary>
    public static async Task<(string? Location, string Text)> AskAsync(this ProConnectDouble twin, Uri address)
    {
        using var client = new HttpClient(twin.Server());
        using var answer = await client.GetAsync(address);
        return (answer.Headers.Location?.PathAndQuery, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>There and back; the answer of our own page.</summary>
    public static async Task<Answer> GoAsync(this Browser browser, ProConnectDouble twin, string provider = "proconnect", params (string Name, string Value)[] fields)
    {
        var (back, text) = await twin.AskAsync(await browser.LeaveAsync(provider, fields));
        return await browser.GetAsync(back ?? throw new InvalidOperationException(text));
    }
}

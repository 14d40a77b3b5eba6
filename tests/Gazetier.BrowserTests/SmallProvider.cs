using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gazetier.BrowserTests;

/// <summary>
/// An identity provider at two ports of this machine, as browsers see them: it leads on to an employer's own sign-in at another, which
/// <c>form-action</c> would not have foreseen. What it checks is nothing: that is tried elsewhere.
/// </summary>
public sealed class SmallProvider : IAsyncDisposable
{
    public const string Secret = "un-secret-de-plus-de-trente-deux-caracteres";

    private readonly WebApplication _app;
    private readonly int _port;
    private readonly int _otherPort;
    private string _nonce = "";

    private SmallProvider(WebApplication app, int port, int otherPort) => (_app, _port, _otherPort) = (app, port, otherPort);

    public string Issuer => $"http://127.0.0.1:{_port}/api/v2";

    public string Email { get; set; } = "";

    /// <summary>The settings of a newspaper that offers it as ProConnect.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("ProConnect:Issuer", Issuer), ("ProConnect:ClientId", "le-journal"), ("ProConnect:ClientSecret", Secret), ("ProConnect:Algorithm", "HS256"),
        ("OpenId:mairie:Issuer", Issuer), ("OpenId:mairie:ClientId", "le-journal"), ("OpenId:mairie:ClientSecret", Secret), ("OpenId:mairie:Algorithm", "HS256"),
        ("OpenId:mairie:Label", "Mairie de Valmorel"),
    ];

    public static async Task<SmallProvider> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var (port, otherPort) = (LiveSite.FreePort(), LiveSite.FreePort());
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}", $"http://localhost:{otherPort}");
        var app = builder.Build();
        var provider = new SmallProvider(app, port, otherPort);
        app.MapGet("/api/v2/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = provider.Issuer + "/authorize",
            ["token_endpoint"] = provider.Issuer + "/token",
            ["userinfo_endpoint"] = provider.Issuer + "/userinfo",
            ["end_session_endpoint"] = provider.Issuer + "/session/end",
        }));
        app.MapGet("/api/v2/authorize", provider.Authorize);
        app.MapGet("/employer", (string back) => Results.Content($"<!doctype html><title>Employeur</title><p><a id=\"oui\" href=\"{back.Replace("&", "&amp;", StringComparison.Ordinal)}\">C’est moi</a>", "text/html; charset=utf-8"));
        app.MapPost("/api/v2/token", () => Results.Json(new { access_token = "x", token_type = "Bearer", id_token = provider.Sign(withNonce: true) }));
        app.MapGet("/api/v2/userinfo", () => Results.Content(provider.Sign(withNonce: false), "application/jwt"));
        app.MapGet("/api/v2/session/end", (string state, string post_logout_redirect_uri) => Results.Redirect($"{post_logout_redirect_uri}?state={state}"));
        await app.StartAsync();
        return provider;
    }

    private IResult Authorize(HttpRequest request)
    {
        _nonce = request.Query["nonce"].ToString();
        var back = $"{request.Query["redirect_uri"]}?code=1&state={request.Query["state"]}";
        return Results.Redirect(QueryHelpers.AddQueryString($"http://localhost:{_otherPort}/employer", "back", back));
    }

    private string Sign(bool withNonce)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Issuer,
            ["aud"] = "le-journal",
            ["sub"] = "of " + Email,
            ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds(),
            [withNonce ? "nonce" : "email"] = withNonce ? _nonce : Email,
            ["siret"] = "21350238800019",
        };
        return new JsonWebTokenHandler().CreateToken(JsonSerializer.Serialize(claims), new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret)), "HS256"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

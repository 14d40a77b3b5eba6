using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>A real OpenID provider, OpenIddict, as a town or a group of newspapers may run it: not written by us, and no double.</summary>
public sealed class OpenIdServer : IAsyncDisposable
{
    public const string Issuer = "https://id.valmorel.test/";
    public const string ClientSecret = "le secret de la mairie, avec des : et des é";

    private readonly WebApplication _app;
    private readonly SqliteConnection _connection;

    private OpenIdServer(WebApplication app, SqliteConnection connection) => (_app, _connection) = (app, connection);

    /// <summary>Who is signed in over there.</summary>
    public (string Subject, string Email, bool IsVerified) Person { get; set; } = ("42", "awa@valmorel.example", true);

    public int SessionsEnded { get; private set; }

    public static async Task<OpenIdServer> OpenAsync(FakeTimeProvider clock)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite(connection).UseOpenIddict());
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetIssuer(new Uri(Issuer)).SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token")
                    .SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("logout");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Email);
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
                server.Configure(options => options.TimeProvider = clock);
            });
        var app = builder.Build();
        var server = new OpenIdServer(app, connection);
        app.UseAuthentication();
        app.MapGet("/authorize", server.AuthorizeAsync);
        app.MapGet("/userinfo", server.Userinfo);
        app.MapGet("/logout", server.LogoutAsync);
        await app.StartAsync();
        await RegisterAsync(app);
        return server;
    }

    public HttpMessageHandler Line() => _app.GetTestServer().CreateHandler();

    private static async Task RegisterAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = "le-courrier",
            ClientSecret = ClientSecret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri("http://localhost/connexion/sso/valmorel/retour") },
            PostLogoutRedirectUris = { new Uri("http://localhost/deconnexion/retour") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Email,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    private Task AuthorizeAsync(HttpContext context)
    {
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Person.Subject).SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        return context.SignInAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    private IResult Userinfo() => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        [Claims.Subject] = Person.Subject,
        [Claims.Email] = Person.Email,
        [Claims.EmailVerified] = Person.IsVerified,
    });

    private Task LogoutAsync(HttpContext context)
    {
        SessionsEnded++;
        return context.SignOutAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _connection.DisposeAsync();
    }
}

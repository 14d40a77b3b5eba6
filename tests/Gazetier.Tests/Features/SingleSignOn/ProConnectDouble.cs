using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gazetier.Features.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gazetier.Tests.Features.SingleSignOn;

/// <summary>
/// Stands in for ProConnect, as its documentation describes it (numerique-gouv/proconnect-documentation, doc_fs): documented parameters
/// only, state and nonce of 32 characters at least, codes of 30 seconds that count once, access tokens of 60, tokens and userinfo signed
/// with ES256, userinfo as application/jwt, a way out that asks for the exact address. What a test wants to go wrong, it says.
/// </summary>
public sealed class ProConnectDouble : IAsyncDisposable
{
    public const string Host = "https://auth.proconnect.test";
    public const string ClientId = "le-courrier";
    public const string ClientSecret = "un-secret-de-plus-de-trente-deux-caracteres";

    private static readonly string[] Documented =
    [
        "response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "acr_values", "claims", "login_hint", "siret_hint", "idp_hint", "prompt",
        "code_challenge", "code_challenge_method", "response_mode",
    ];

    private readonly WebApplication _app;
    // Several readers may come at the same moment.
    private readonly ConcurrentDictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Grant Grant, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);

    private ProConnectDouble(WebApplication app) => _app = app;

    public FakeTimeProvider Clock { get; } = new(Newsroom.Now);

    public TokensOfDouble Tokens { get; } = new();

    /// <summary>Who is signed in over there; null: nobody.</summary>
    public Agent? Agent { get; set; } = Agent.Awa;

    /// <summary>As registered: exactly these.</summary>
    public HashSet<string> RedirectUris { get; } = ["http://localhost/connexion/sso/proconnect/retour", "http://localhost/connexion/sso/mairie/retour"];

    public HashSet<string> PostLogoutUris { get; } = ["http://localhost/deconnexion/retour"];

    /// <summary>Not ProConnect but a provider whose userinfo is JSON.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Whole: nothing answers. "token": only that page fails.</summary>
    public string? Down { get; set; }

    /// <summary>How it fails: with this status; 0 stands for no answer in time.</summary>
    public int DownStatus { get; set; } = 503;

    /// <summary>Changes what the token page answers.</summary>
    public Func<string, string> Answer { get; set; } = answer => answer;

    /// <summary>The subject of the userinfo; null: that of the token.</summary>
    public string? OtherSubject { get; set; }

    /// <summary>Paths that were asked, and what was sent there.</summary>
    public List<(string Path, string Sent)> Asked { get; } = [];

    public int SessionsEnded { get; private set; }

    public static async Task<ProConnectDouble> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        var twin = new ProConnectDouble(app);
        app.Use(twin.MayFailAsync);
        app.MapGet("/api/v2/.well-known/openid-configuration", () => Results.Json(twin.Discovery()));
        app.MapGet("/api/v2/jwks", () => Results.Content(twin.Tokens.Jwks(), "application/json"));
        app.MapGet("/api/v2/authorize", twin.Authorize);
        app.MapPost("/api/v2/token", twin.TokenAsync);
        app.MapGet("/api/v2/userinfo", twin.Userinfo);
        app.MapGet("/api/v2/session/end", twin.EndSession);
        await app.StartAsync();
        return twin;
    }

    public HttpMessageHandler Server() => _app.GetTestServer().CreateHandler();

    private async Task MayFailAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var sent = await reader.ReadToEndAsync();
        lock (Asked)
        {
            Asked.Add((context.Request.Path, sent));
        }

        context.Request.Body.Position = 0;
        if (Down is not null && context.Request.Path.Value!.EndsWith(Down, StringComparison.Ordinal))
        {
            if (DownStatus == 0)
            {
                throw new TaskCanceledException("Not in time");
            }

            context.Response.StatusCode = DownStatus;
            return;
        }

        await next(context);
    }

    private Dictionary<string, object> Discovery() => new(StringComparer.Ordinal)
    {
        ["issuer"] = TokensOfDouble.Issuer,
        ["authorization_endpoint"] = TokensOfDouble.Issuer + "/authorize",
        ["token_endpoint"] = TokensOfDouble.Issuer + "/token",
        ["userinfo_endpoint"] = TokensOfDouble.Issuer + "/userinfo",
        ["end_session_endpoint"] = TokensOfDouble.Issuer + "/session/end",
        ["jwks_uri"] = TokensOfDouble.Issuer + "/jwks",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "ES256", "RS256", "HS256" },
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_post", "private_key_jwt" },
        ["authorization_response_iss_parameter_supported"] = true,
    };

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        string Of(string name) => asked.GetValueOrDefault(name, "");
        if (!IsPlain && asked.Keys.FirstOrDefault(key => !Documented.Contains(key, StringComparer.Ordinal)) is { } unknown)
        {
            return Wrong($"Y000400: {unknown}");
        }

        if (Of("client_id") != ClientId || !RedirectUris.Contains(Of("redirect_uri")))
        {
            return Wrong("Y030031: redirect_uri");
        }

        if (Of("state").Length < 32 || Of("nonce").Length < 32 || Of("response_type") != "code" || !Of("scope").Split(' ').Contains("openid", StringComparer.Ordinal))
        {
            return Wrong("Y000400: state, nonce, response_type or scope");
        }

        if (Of("code_challenge").Length > 0 && Of("code_challenge_method") != "S256")
        {
            return Wrong("Y000400: code_challenge_method");
        }

        if (Agent is null)
        {
            // With prompt=none, nobody is asked anything; else the agent gives up.
            var error = Of("prompt") == "none" ? "login_required" : "access_denied";
            return Results.Redirect(QueryHelpers.AddQueryString(Of("redirect_uri"), new Dictionary<string, string?>(StringComparer.Ordinal) { ["error"] = error, ["state"] = Of("state"), ["iss"] = TokensOfDouble.Issuer }));
        }

        var code = SessionCookie.NewToken();
        _codes[code] = new Grant(Agent, Of("nonce"), Of("redirect_uri"), Of("code_challenge"), Of("scope").Split(' '), Clock.GetUtcNow());
        return Results.Redirect(QueryHelpers.AddQueryString(Of("redirect_uri"), new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = Of("state"), ["iss"] = TokensOfDouble.Issuer }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        var now = Clock.GetUtcNow();
        // Taken off before it is looked at: it counts once.
        if (form["grant_type"] != "authorization_code" || !_codes.TryRemove(form["code"].ToString(), out var grant) || now - grant.At > TimeSpan.FromSeconds(30)
            || form["redirect_uri"] != grant.RedirectUri || (grant.Challenge.Length > 0 && Challenge(form["code_verifier"].ToString()) != grant.Challenge))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var access = SessionCookie.NewToken();
        _tokens[access] = (grant, now.AddSeconds(60));
        var id = Tokens.IdToken(grant.Agent.Subject, grant.Nonce, now);
        return Results.Content(Answer($$"""{"access_token":"{{access}}","token_type":"Bearer","expires_in":60,"id_token":"{{id}}"}"""), "application/json");
    }

    private IResult Userinfo(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        if (!_tokens.TryGetValue(token, out var known) || known.Until < Clock.GetUtcNow())
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        var (agent, scopes) = (known.Grant.Agent, known.Grant.Scopes);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = OtherSubject ?? agent.Subject };
        foreach (var (name, value) in new[] { ("email", agent.Email), ("siret", agent.Siret), ("idp_id", agent.IdpId), ("belonging_population", agent.Population), ("given_name", "Awa") })
        {
            if (value is not null && scopes.Contains(name, StringComparer.Ordinal))
            {
                claims[name] = value;
            }
        }

        if (!IsPlain)
        {
            return Results.Content(Tokens.Userinfo(claims, Clock.GetUtcNow()), "application/jwt");
        }

        claims["email_verified"] = agent.IsEmailVerified;
        return Results.Json(claims);
    }

    private IResult EndSession(HttpRequest request)
    {
        if (!PostLogoutUris.Contains(request.Query["post_logout_redirect_uri"].ToString()))
        {
            return Wrong("Y030111: post_logout_redirect_uri");
        }

        if (!Tokens.Issued.Contains(request.Query["id_token_hint"].ToString()) || request.Query["state"].ToString().Length < 32)
        {
            return Wrong("Y000400: id_token_hint or state");
        }

        SessionsEnded++;
        return Results.Redirect(QueryHelpers.AddQueryString(request.Query["post_logout_redirect_uri"].ToString(), "state", request.Query["state"].ToString()));
    }

    private static string Challenge(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static IResult Wrong(string code) => Results.Text(code, statusCode: (int)HttpStatusCode.BadRequest);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed record Grant(Agent Agent, string Nonce, string RedirectUri, string Challenge, string[] Scopes, DateTimeOffset At);
}

/// <summary>Somebody whom ProConnect vouches for.</summary>
public sealed record Agent(string Subject, string? Email, string? Siret = null, string? IdpId = "71144ab3-ee1a-4401-b7b3-79b44f7daeeb", string? Population = "agent", bool IsEmailVerified = true)
{
    public const string Valmorel = "21730006000015";
    public const string Brumes = "20005678900012";

    /// <summary>Awa works at the town hall of Valmorel, and has no account yet.</summary>
    public static readonly Agent Awa = new("awa-at-fia1", "awa@valmorel.example", Valmorel);

    /// <summary>Says to be Lou, by the address at least.</summary>
    public static readonly Agent Lou = new("lou-at-fia1", "lou@example.org", Valmorel);
}

using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Knows where to ask a provider, and with what it signs: asked of itself, kept for hours, and no longer asked for a moment when it
/// does not answer, so that nobody waits for what is away (P-01, P-08). In the memory of one node.
/// </summary>
public sealed partial class Discovery(IHttpClientFactory clients, TimeProvider clock, ILogger<Discovery> log)
{
    /// <summary>Name of the client that speaks to providers.</summary>
    public const string Client = "identity-providers";

    /// <summary>How long one question may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long what it said is taken to be so.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromHours(6);

    /// <summary>How long who does not answer is not asked again.</summary>
    public static readonly TimeSpan AwayFor = TimeSpan.FromSeconds(15);

    /// <summary>How often keys are asked anew at most, because a token names one that is unknown.</summary>
    private static readonly TimeSpan KeysFor = TimeSpan.FromMinutes(1);

    /// <summary>How long a button says that its provider is away.</summary>
    private static readonly TimeSpan SaidAwayFor = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Whether it did not answer a moment ago. Asks nobody.</summary>
    public bool IsAway(Provider provider) => Of(provider).AwayAt is { } at && Now - at < SaidAwayFor;

    /// <exception cref="ProviderAwayException">It does not answer, or with a document that is none.</exception>
    public async Task<ProviderAddresses> FindAsync(Provider provider, CancellationToken cancel)
    {
        var known = Of(provider);
        return known.Addresses is { } addresses && Now - known.At < KnownFor ? addresses : await AskAsync(provider, known, KnownFor, cancel);
    }

    /// <summary>The same, asked anew unless that was a moment ago: a token is signed with a key that was not there before.</summary>
    public async Task<ProviderAddresses> RenewAsync(Provider provider, CancellationToken cancel) => await AskAsync(provider, Of(provider), KeysFor, cancel);

    /// <summary>It did not answer a question of another kind.</summary>
    public void DidNotAnswer(Provider provider, Exception? why)
    {
        Of(provider).AwayAt = Now;
        DoesNotAnswer(log, provider.Key, why);
    }

    public void Answered(Provider provider) => Of(provider).AwayAt = null;

    private DateTimeOffset Now => clock.GetUtcNow();

    private Known Of(Provider provider) => _known.GetOrAdd(provider.Key, _ => new Known());

    private async Task<ProviderAddresses> AskAsync(Provider provider, Known known, TimeSpan keptFor, CancellationToken cancel)
    {
        await known.Turn.WaitAsync(cancel);
        try
        {
            if (known.Addresses is { } found && Now - known.At < keptFor)
            {
                return found;
            }

            if (known.AskedAndAwayAt is { } at && Now - at < AwayFor)
            {
                return known.Addresses ?? throw new ProviderAwayException($"{provider.Key} did not answer a moment ago");
            }

            return await ReadAsync(provider, known, cancel);
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private async Task<ProviderAddresses> ReadAsync(Provider provider, Known known, CancellationToken cancel)
    {
        try
        {
            var documents = new HttpDocumentRetriever(clients.CreateClient(Client))
            {
                RequireHttps = provider.Issuer.StartsWith("https://", StringComparison.Ordinal),
                SendAdditionalHeaderData = false,
            };
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(provider.Issuer + "/.well-known/openid-configuration", documents, cancel);
            var addresses = ProviderAddresses.Of(provider, document);
            (known.Addresses, known.At, known.AwayAt, known.AskedAndAwayAt) = (addresses, Now, null, null);
            return addresses;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            known.AskedAndAwayAt = Now;
            DidNotAnswer(provider, error);
            // What it said some hours ago is likely to be so still.
            return known.Addresses ?? throw new ProviderAwayException($"The discovery document of {provider.Key} cannot be had", error);
        }
    }

    private sealed class Known
    {
        public SemaphoreSlim Turn { get; } = new(1);
        public ProviderAddresses? Addresses { get; set; }
        public DateTimeOffset At { get; set; }
        public DateTimeOffset? AwayAt { get; set; }
        public DateTimeOffset? AskedAndAwayAt { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider {Provider} does not answer as it should")]
    private static partial void DoesNotAnswer(ILogger log, string provider, Exception? error);
}

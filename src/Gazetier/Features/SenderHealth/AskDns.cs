using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Gazetier.Features.SenderHealth;

/// <summary>Asks the DNS servers of this machine.</summary>
public class AskDns : IAskDns
{
    private readonly Lazy<LookupClient> _client = new(() => new LookupClient(new LookupClientOptions { Timeout = TimeSpan.FromSeconds(3), Retries = 1, UseCache = true }));

    public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel) =>
        [.. (await AskAsync(name, QueryType.TXT, cancel)).OfType<TxtRecord>().Select(record => string.Concat(record.Text))];

    public async Task<IReadOnlyList<IPAddress>> AddressesAsync(string name, CancellationToken cancel) =>
        [.. (await AskAsync(name, QueryType.A, cancel)).Concat(await AskAsync(name, QueryType.AAAA, cancel)).OfType<AddressRecord>().Select(record => record.Address)];

    public async Task<IReadOnlyList<string>> MailServersAsync(string domain, CancellationToken cancel) =>
        [.. (await AskAsync(domain, QueryType.MX, cancel)).OfType<MxRecord>().OrderBy(record => record.Preference).Select(record => record.Exchange.Value.TrimEnd('.'))];

    public async Task<IReadOnlyList<string>> NamesAsync(IPAddress address, CancellationToken cancel) =>
        [.. (await AskAsync(address.GetArpaName(), QueryType.PTR, cancel)).OfType<PtrRecord>().Select(record => record.PtrDomainName.Value.TrimEnd('.'))];

    private async Task<IReadOnlyList<DnsResourceRecord>> AskAsync(string name, QueryType type, CancellationToken cancel)
    {
        try
        {
            var answer = await _client.Value.QueryAsync(name, type, QueryClass.IN, cancel);
            // That a name does not exist is an answer; "refused" and "server failure" are none.
            return !answer.HasError || answer.Header.ResponseCode == DnsHeaderResponseCode.NotExistentDomain ? answer.Answers : throw new DnsAwayException(answer.ErrorMessage);
        }
        catch (Exception away) when (away is DnsResponseException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new DnsAwayException(away.Message, away);
        }
    }
}

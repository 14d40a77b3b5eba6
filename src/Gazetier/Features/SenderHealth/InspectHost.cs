using System.Net;
using System.Net.Sockets;
using Gazetier.Locales;

namespace Gazetier.Features.SenderHealth;

/// <summary>The machine that sends: its name leads to its address, its address back to its name, and no blocklist names it.</summary>
public class InspectHost(IAskDns dns, Phrases t)
{
    /// <summary>Of Spamhaus; its answers in 127.255.255.0/24 say that it does not answer this resolver.</summary>
    private const string Blocklist = "zen.spamhaus.org";

    /// <param name="isRelay">The server that we hand over to: what comes after it is its operator's.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(string host, bool isRelay, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(host, out var given) ? [given] : await dns.AddressesAsync(host, cancel);
        addresses = [.. addresses.Where(IsPublic)];
        if (addresses.Count == 0)
        {
            return [new Finding(FindingLevel.Unknown, "PTR", t["On ne sait pas de quelle adresse publique part le courrier : {0} n’en a pas dans le DNS.", host])];
        }

        var found = new List<Finding>();
        foreach (var address in addresses.Take(4))
        {
            found.Add(await NamesAsync(address, isRelay, cancel));
            found.AddRange(await ListedAsync(address, cancel));
        }

        return found;
    }

    private async Task<Finding> NamesAsync(IPAddress address, bool isRelay, CancellationToken cancel)
    {
        foreach (var name in (await dns.NamesAsync(address, cancel)).Take(5))
        {
            if ((await dns.AddressesAsync(name, cancel)).Contains(address))
            {
                return new Finding(FindingLevel.Good, "PTR", t["{0} s’appelle {1}, et {1} mène à {0}.", address, name]);
            }
        }

        return new Finding(
            isRelay ? FindingLevel.Advice : FindingLevel.Wrong,
            "PTR",
            t["{0} n’a pas de nom qui ramène à elle : beaucoup de serveurs refusent son courrier. Le nom inverse se règle chez votre hébergeur.", address]);
    }

    private async Task<IReadOnlyList<Finding>> ListedAsync(IPAddress address, CancellationToken cancel)
    {
        if (address.AddressFamily != AddressFamily.InterNetwork)
        {
            return [];
        }

        var reversed = string.Join('.', address.GetAddressBytes().Reverse());
        var answers = await dns.AddressesAsync($"{reversed}.{Blocklist}", cancel);
        var listed = answers.Any(answer => answer.GetAddressBytes() is [127, 0, 0, _]);
        return listed
            ? [new Finding(FindingLevel.Wrong, t["Listes noires"], t["{0} est inscrite chez Spamhaus : voyez https://check.spamhaus.org/ pour en sortir.", address])]
            : answers.Count > 0 ? [new Finding(FindingLevel.Unknown, t["Listes noires"], t["Spamhaus ne répond pas à ce serveur DNS."])] : [];
    }

    private static bool IsPublic(IPAddress address) => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal
        && address.GetAddressBytes() is not ([10, _, _, _] or [192, 168, _, _] or [172, >= 16 and <= 31, _, _] or [169, 254, _, _] or [100, >= 64 and <= 127, _, _]);
}

using Gazetier.Locales;

namespace Gazetier.Features.SenderHealth;

/// <summary>The mail servers of the sender's domain: bounces come back to them, by TLS if they can.</summary>
public class InspectMailServers(IAskDns dns, IReachServers servers, Phrases t)
{
    private const int MostServers = 5;

    public async Task<IReadOnlyList<Finding>> RunAsync(string domain, CancellationToken cancel)
    {
        var hosts = (await dns.MailServersAsync(domain, cancel)).Where(host => host.Length > 0).Take(MostServers).ToList();
        if (hosts.Count == 0)
        {
            return [new Finding(FindingLevel.Wrong, "MX", t["{0} ne reçoit pas de courrier : ce qui revient se perd.", domain], $"{domain}. MX 10 mail.{domain}.")];
        }

        var found = new List<Finding> { new(FindingLevel.Good, "MX", t["{0} reçoit son courrier chez {1}.", domain, string.Join(", ", hosts)]) };
        foreach (var host in hosts)
        {
            found.Add(Tls(host, await servers.TlsAsync(host, cancel)));
        }

        found.AddRange(await PolicyAsync(domain, hosts, cancel));
        return found;
    }

    private Finding Tls(string host, TlsAnswer answer) => answer switch
    {
        TlsAnswer.Valid => new Finding(FindingLevel.Good, "TLS", t["{0} chiffre, avec un certificat à son nom.", host]),
        TlsAnswer.WrongCertificate => new Finding(FindingLevel.Wrong, "TLS", t["Le certificat de {0} n’est pas valable.", host]),
        TlsAnswer.NotOffered => new Finding(FindingLevel.Wrong, "TLS", t["{0} ne chiffre pas (STARTTLS).", host]),
        _ => new Finding(FindingLevel.Unknown, "TLS", t["{0} n’a pas pu être joint sur le port 25 depuis cette machine.", host]),
    };

    private async Task<IReadOnlyList<Finding>> PolicyAsync(string domain, List<string> hosts, CancellationToken cancel)
    {
        if (!(await dns.TextsAsync("_mta-sts." + domain, cancel)).Any(text => text.StartsWith("v=STSv1", StringComparison.Ordinal)))
        {
            return [new Finding(FindingLevel.Advice, "MTA-STS", t["Pas de MTA-STS : rien n’oblige les autres à chiffrer vers vous."], $"_mta-sts.{domain}. TXT \"v=STSv1; id=1\"")];
        }

        if (await servers.PolicyAsync(domain, cancel) is not { } policy)
        {
            return [new Finding(FindingLevel.Wrong, "MTA-STS", t["MTA-STS est annoncé, mais sa règle n’est pas à {0}.", $"https://mta-sts.{domain}/.well-known/mta-sts.txt"])];
        }

        var lines = policy.Split('\n').Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2).Select(pair => (Name: pair[0].Trim(), Value: pair[1].Trim())).ToList();
        var allowed = lines.Where(line => line.Name == "mx").Select(line => line.Value).ToList();
        var left = hosts.Where(host => !allowed.Exists(pattern => Matches(pattern, host))).ToList();
        return
        [
            left.Count > 0 ? new Finding(FindingLevel.Wrong, "MTA-STS", t["La règle MTA-STS oublie {0}.", string.Join(", ", left)])
            : lines.Contains(("mode", "enforce")) ? new Finding(FindingLevel.Good, "MTA-STS", t["MTA-STS oblige à chiffrer vers tous vos serveurs."])
            : new Finding(FindingLevel.Advice, "MTA-STS", t["MTA-STS est en essai : passez à « mode: enforce »."]),
        ];
    }

    /// <summary>A star stands for one label (RFC 8461, 4.1).</summary>
    private static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Contains('.', StringComparison.Ordinal) && host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..].Equals(pattern[2..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}

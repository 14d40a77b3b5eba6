using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Mail.Dkim;
using MimeKit;

namespace Gazetier.Features.SenderHealth;

/// <summary>
/// Looks at the domain that mails come from as a receiver does (E-08): SPF, DKIM, DMARC, the name of the sending machine, the
/// mail servers that take bounces. Changes nothing; says in a sentence what it could not look at.
/// </summary>
public class InspectSender(IAskDns dns, IReachServers servers, DkimKeys keys, NewspaperOptions options)
{
    private const string Away = "DNS";

    /// <summary>The domain of the sender.</summary>
    public string Domain => MailboxAddress.Parse(options.Mail.From).Domain;

    public async Task<IReadOnlyList<Finding>> RunAsync(Phrases t, CancellationToken cancel)
    {
        if (Domain is "localhost" || !Domain.Contains('.', StringComparison.Ordinal))
        {
            return [new Finding(FindingLevel.Wrong, "Gazetier__Mail__From", t["L’expéditeur n’est pas d’un domaine à vous : donnez son adresse."])];
        }

        List<Func<Task<IReadOnlyList<Finding>>>> inspections =
        [
            () => new InspectRecords(dns, keys, t).RunAsync(Domain, cancel),
            () => new InspectHost(dns, t).RunAsync(SendingHost(), IsRelay(), cancel),
            () => new InspectMailServers(dns, servers, t).RunAsync(Domain, cancel),
        ];
        var found = new List<Finding>();
        foreach (var inspect in inspections)
        {
            found.AddRange(await TryAsync(inspect, t));
        }

        return found.Exists(finding => finding.About != Away)
            ? found
            : [new Finding(FindingLevel.Unknown, Away, t["Le DNS ne répond pas depuis cette machine : rien n’a pu être contrôlé."])];
    }

    /// <summary>One name whose servers fail does not hide the others.</summary>
    private static async Task<IReadOnlyList<Finding>> TryAsync(Func<Task<IReadOnlyList<Finding>>> inspect, Phrases t)
    {
        try
        {
            return await inspect();
        }
        catch (DnsAwayException)
        {
            return [new Finding(FindingLevel.Unknown, Away, t["Un serveur DNS ne répond pas : une partie n’a pas pu être contrôlée."])];
        }
    }

    private bool IsRelay() => !string.IsNullOrEmpty(options.Mail.Smtp) && !SmtpAddress.Parse(options.Mail.Smtp).IsLoopback;

    /// <summary>The relay; where the mail server is on this machine, this machine.</summary>
    private string SendingHost() => IsRelay() ? SmtpAddress.Parse(options.Mail.Smtp!).Host : MachineName();

    private static string MachineName()
    {
        var (host, domain) = (System.Net.Dns.GetHostName(), System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().DomainName);
        return host.Contains('.', StringComparison.Ordinal) || domain is "" or "(none)" ? host : $"{host}.{domain}";
    }
}

using Gazetier.Locales;
using Gazetier.Mail.Dkim;

namespace Gazetier.Features.SenderHealth;

/// <summary>SPF, DKIM and DMARC of a domain: what stands in the DNS, and what should.</summary>
public class InspectRecords(IAskDns dns, DkimKeys keys, Phrases t)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(string domain, CancellationToken cancel)
    {
        var dmarc = await new DmarcWalk(dns).FindAsync(domain, cancel);
        return [.. await SpfAsync(domain, cancel), .. await DkimAsync(cancel), .. await DmarcAsync(domain, dmarc, cancel)];
    }

    private async Task<IReadOnlyList<Finding>> SpfAsync(string domain, CancellationToken cancel)
    {
        var records = (await dns.TextsAsync(domain, cancel)).Where(SpfWalk.IsSpf).ToList();
        var wanted = $"{domain}. TXT \"v=spf1 mx a:mail.{domain} -all\"";
        if (records.Count != 1)
        {
            return [Wrong("SPF", records.Count == 0 ? t["Aucun enregistrement SPF : les serveurs ne savent pas qui peut écrire pour {0}.", domain] : t["{0} enregistrements SPF : il en faut un seul, sinon aucun ne compte.", records.Count], wanted)];
        }

        var walk = new SpfWalk(dns);
        await walk.FollowAsync(records[0], cancel);
        var found = new List<Finding>
        {
            walk.LookUps > SpfWalk.MostLookUps
                ? Wrong("SPF", t["SPF demande {0} recherches ; au-delà de {1}, il est tenu pour cassé. Retirez des inclusions.", walk.LookUps, SpfWalk.MostLookUps])
                : Good("SPF", t["SPF est en place et demande {0} recherches sur {1}.", walk.LookUps, SpfWalk.MostLookUps]),
        };
        found.AddRange(walk.Missing.Select(name => Wrong("SPF", t["SPF inclut {0}, qui n’a pas d’enregistrement.", name])));
        found.AddRange(SpfWalk.EndOf(records[0]) switch
        {
            "-all" or "~all" => [],
            null when SpfWalk.IsRedirected(records[0]) => [],
            "+all" or "all" => [Wrong("SPF", t["SPF finit par +all : tout le monde peut écrire en votre nom."])],
            _ => [new Finding(FindingLevel.Advice, "SPF", t["SPF ne refuse personne : qu’il finisse par ~all ou -all."])],
        });
        return found;
    }

    private async Task<IReadOnlyList<Finding>> DkimAsync(CancellationToken cancel)
    {
        if (keys.Selectors.Count == 0)
        {
            return [new Finding(FindingLevel.Advice, "DKIM", t["Le programme ne signe pas : votre serveur d’envoi doit le faire, ou choisissez un sélecteur (Gazetier__Mail__Dkim__Selector)."])];
        }

        var found = new List<Finding>();
        foreach (var selector in keys.Selectors)
        {
            found.Add(await DkimAsync(selector, cancel));
        }

        return found;
    }

    private async Task<Finding> DkimAsync(string selector, CancellationToken cancel)
    {
        if (keys.Find(selector) is not { } key)
        {
            return Wrong("DKIM", t["Pas de clé pour le sélecteur {0} : faites-la par « gazetier dkim ».", selector]);
        }

        var name = $"{selector}._domainkey.{keys.Domain}";
        var records = await dns.TextsAsync(name, cancel);
        var wanted = $"{name}. TXT \"{key.Record}\"";
        var ours = KeyIn(key.Record, "p");
        return records.Count == 0 ? Wrong("DKIM", t["{0} n’existe pas : les signatures ne peuvent pas être vérifiées.", name], wanted)
            : records.Count > 1 ? Wrong("DKIM", t["{0} a {1} enregistrements : il en faut un seul.", name, records.Count], wanted)
            : KeyIn(records[0], "p") != ours ? Wrong("DKIM", t["{0} porte une autre clé que la nôtre.", name], wanted)
            : (DmarcWalk.Tag(records[0], "t") ?? "").Split(':').Contains("y", StringComparer.Ordinal) ? new Finding(FindingLevel.Advice, "DKIM", t["{0} est encore en essai (t=y).", name], wanted)
            : Good("DKIM", t["{0} porte notre clé.", name]);
    }

    private async Task<IReadOnlyList<Finding>> DmarcAsync(string domain, DmarcFound dmarc, CancellationToken cancel)
    {
        var wanted = $"_dmarc.{dmarc.Organisation}. TXT \"v=DMARC1; p=quarantine; rua=mailto:dmarc@{domain}\"";
        if (dmarc.Record is not { } record)
        {
            return [Wrong("DMARC", t["Aucun enregistrement DMARC de {0} jusqu’en haut : les grandes messageries le demandent.", domain], wanted)];
        }

        var isOwn = dmarc.At == domain;
        var policy = (isOwn ? null : DmarcWalk.Tag(record, "sp")) ?? DmarcWalk.Tag(record, "p") ?? "none";
        var found = new List<Finding>
        {
            policy is "quarantine" or "reject"
                ? Good("DMARC", t["DMARC est en place sur {0} : {1}.", dmarc.At!, policy])
                : new Finding(FindingLevel.Advice, "DMARC", t["DMARC observe seulement ({0} sur {1}). Quand les rapports sont bons, passez à quarantine.", policy, dmarc.At!], wanted),
        };
        if (DmarcWalk.Tag(record, "rua") is null)
        {
            found.Add(new Finding(FindingLevel.Advice, "DMARC", t["DMARC ne demande pas de rapports (rua) : vous ne verrez pas qui écrit en votre nom."], wanted));
        }

        // A signature counts for DMARC when it is of the sender's domain, or of one of its organisation.
        var isStrict = DmarcWalk.Tag(record, "adkim") == "s";
        var signs = keys.Domain == domain || (!isStrict && (await new DmarcWalk(dns).FindAsync(keys.Domain, cancel)).Organisation == dmarc.Organisation);
        if (keys.Selectors.Count > 0 && !signs)
        {
            found.Add(Wrong("DMARC", t["Les signatures sont de {0} : elles ne comptent pas pour {1}.", keys.Domain, domain]));
        }

        return found;
    }

    /// <summary>Keys are compared as they are written: capitals count.</summary>
    private static string? KeyIn(string record, string name) => record.Split(';').Select(tag => tag.Split('=', 2))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0].Trim() == name)?[1].Replace(" ", "", StringComparison.Ordinal);

    private static Finding Good(string about, string said) => new(FindingLevel.Good, about, said);

    private static Finding Wrong(string about, string said, string? record = null) => new(FindingLevel.Wrong, about, said, record);
}

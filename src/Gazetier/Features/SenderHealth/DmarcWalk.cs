namespace Gazetier.Features.SenderHealth;

/// <summary>Finds the DMARC record that counts for a domain: up the tree, label by label (RFC 9989).</summary>
public sealed class DmarcWalk(IAskDns dns)
{
    /// <summary>Longer names are cut to so many labels before the walk goes on.</summary>
    private const int MostLabels = 7;

    /// <summary>The record that counts and where it stands, and the domain that the organisation is.</summary>
    public async Task<DmarcFound> FindAsync(string domain, CancellationToken cancel)
    {
        var found = new List<(string Domain, string Record)>();
        foreach (var name in Ladder(domain))
        {
            var records = (await dns.TextsAsync("_dmarc." + name, cancel)).Where(IsDmarc).ToList();
            if (records.Count != 1)
            {
                continue;
            }

            found.Add((name, records[0]));
            if (Tag(records[0], "psd") is "n" or "y")
            {
                break;
            }
        }

        return new DmarcFound(found.FirstOrDefault().Record, found.FirstOrDefault().Domain, Organisation(domain, found));
    }

    /// <summary>The value of a tag, in small letters; null where it is absent.</summary>
    public static string? Tag(string record, string name) => record.Split(';').Select(tag => tag.Split('=', 2))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim().ToLowerInvariant();

    /// <summary>"a.b.exemple.fr", "b.exemple.fr", "exemple.fr", "fr".</summary>
    public static IEnumerable<string> Ladder(string domain)
    {
        yield return domain;
        var labels = domain.Split('.');
        for (var left = Math.Min(labels.Length - 1, MostLabels); left > 0; left--)
        {
            yield return string.Join('.', labels[^left..]);
        }
    }

    private static bool IsDmarc(string text) => text.StartsWith("v=DMARC1", StringComparison.Ordinal) && (text.Length == 8 || text[8] is ';' or ' ');

    /// <summary>One below a public suffix that says so; else the highest name with a record; else the domain itself.</summary>
    private static string Organisation(string domain, List<(string Domain, string Record)> found)
    {
        if (found.Count == 0)
        {
            return domain;
        }

        var (name, record) = found[^1];
        if (Tag(record, "psd") != "y" || name == domain)
        {
            return name;
        }

        var labels = domain.Split('.');
        return string.Join('.', labels[^(name.Split('.').Length + 1)..]);
    }
}

/// <param name="Record">Null: none was found.</param>
/// <param name="At">The domain whose record it is.</param>
/// <param name="Organisation">The organisational domain, by which DKIM and SPF are aligned.</param>
public sealed record DmarcFound(string? Record, string? At, string Organisation);

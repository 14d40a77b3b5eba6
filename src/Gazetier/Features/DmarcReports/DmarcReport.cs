namespace Gazetier.Features.DmarcReports;

/// <summary>What one receiver saw of the mails in our name on one day (RFC 9990). It names machines, and no person.</summary>
public class DmarcReport
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Who reports: "google.com".</summary>
    public required string Reporter { get; set; }

    /// <summary>The reporter's own number for it.</summary>
    public required string Number { get; set; }

    /// <summary>Whose mails: a domain of ours.</summary>
    public required string Domain { get; set; }

    /// <summary>UTC.</summary>
    public DateTime From { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Until { get; set; }

    public IReadOnlyList<DmarcSource> Sources { get; set; } = [];
}

/// <summary>Mails of one report that came from one machine with one outcome.</summary>
public class DmarcSource
{
    public long Id { get; set; }
    public Guid ReportId { get; set; }

    /// <summary>The address of the machine.</summary>
    public required string Address { get; set; }

    public int Count { get; set; }

    /// <summary>Whether a signature of our domain held.</summary>
    public bool HasDkim { get; set; }

    /// <summary>Whether SPF allowed the machine to write for our domain.</summary>
    public bool HasSpf { get; set; }

    /// <summary>What the receiver did: "none", "quarantine", "reject".</summary>
    public string Disposition { get; set; } = "none";
}

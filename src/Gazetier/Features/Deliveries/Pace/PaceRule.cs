namespace Gazetier.Features.Deliveries.Pace;

/// <summary>Cadence d’un domaine: how much is handed over for one domain (E-06). What it does not limit is not limited.</summary>
public class PaceRule
{
    public const int MostAtOnce = 50;

    /// <summary>In small letters, "orange.fr".</summary>
    public required string Domain { get; set; }

    /// <summary>Lines of its own that each node uses for it; null: it shares those of all.</summary>
    public int? AtOnce { get; set; }

    /// <summary>Mails a minute, of all nodes together.</summary>
    public int? PerMinute { get; set; }

    /// <summary>Mails a day of the newspaper's calendar, of all nodes together.</summary>
    public int? PerDay { get; set; }

    public string ByName { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}

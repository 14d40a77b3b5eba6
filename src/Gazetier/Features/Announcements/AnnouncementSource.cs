using Gazetier.Locales;

namespace Gazetier.Features.Announcements;

/// <summary>Flux d’annonces: a feed of somebody else's from which announcements are taken each hour.</summary>
public class AnnouncementSource
{
    public const int MaxName = 120;
    public const int MaxAddress = 1_000;

    /// <summary>How many there may be.</summary>
    public const int Most = 50;

    public const int MostDays = 365;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>http or https; RSS 2.0 or Atom.</summary>
    public required string Address { get; set; }

    public AnnouncementKind Kind { get; set; }

    /// <summary>Days until an announcement ends that names no deadline.</summary>
    public int Days { get; set; } = 30;

    /// <summary>UTC; when it was asked last, whatever it answered.</summary>
    public DateTime? AskedAt { get; set; }

    public SourceOutcome Outcome { get; set; }

    /// <summary>The status of a refusal.</summary>
    public int Status { get; set; }

    /// <summary>UTC; when it was read last.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>Of the last reading.</summary>
    public int Added { get; set; }

    /// <inheritdoc cref="Added"/>
    public int Changed { get; set; }

    /// <summary>Entries of the last reading that make no announcement: without title, number or a deadline to come.</summary>
    public int Left { get; set; }
}

/// <summary>What became of asking a feed.</summary>
public enum SourceOutcome
{
    Never,
    Read,

    /// <summary>No answer, or none in time.</summary>
    Silent,

    /// <summary>It leads to no public address.</summary>
    Forbidden,

    Refused,
    TooLarge,
    NotAFeed,
}

public static class SourceOutcomeNames
{
    public static string Said(this AnnouncementSource source, Phrases t) => source.Outcome switch
    {
        SourceOutcome.Never => t["Pas encore relevé"],
        SourceOutcome.Read => t["Lu : {0} nouvelles, {1} changées, {2} laissées", source.Added, source.Changed, source.Left],
        SourceOutcome.Silent => t["Pas de réponse à temps"],
        SourceOutcome.Forbidden => t["L’adresse ne mène pas à un site public"],
        SourceOutcome.Refused => t["Le site a répondu {0}", source.Status],
        SourceOutcome.TooLarge => t["Le flux dépasse {0} Mo", ReadSource.LargestFeed / 1024 / 1024],
        _ => t["Ce n’est pas un flux RSS 2.0 ou Atom"],
    };

    /// <summary>The class of a mark on the page.</summary>
    public static string Mark(this AnnouncementSource source) => source.Outcome switch
    {
        SourceOutcome.Never => "",
        SourceOutcome.Read => "good",
        _ => "bad",
    };
}

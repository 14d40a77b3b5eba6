using Gazetier.Features.Places;

namespace Gazetier.Features.Announcements;

/// <summary>Recherche gardée: what a reader is told of, each morning, as it appears.</summary>
public class AnnouncementSearch
{
    /// <summary>For one reader.</summary>
    public const int Most = 20;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid AccountId { get; set; }

    /// <summary>Null: of both kinds.</summary>
    public AnnouncementKind? Kind { get; set; }

    public string Words { get; set; } = "";
    public TenderNature? Nature { get; set; }
    public Guid? PlaceId { get; set; }

    /// <summary><see cref="AnnouncementFilter.Key"/>: a reader keeps a search once.</summary>
    public required string Key { get; set; }

    /// <summary>UTC; what appeared before is not told.</summary>
    public DateTime KeptAt { get; set; }

    public AnnouncementFilter Filter => new(Kind, Words, Nature, PlaceId is { } id ? Gazetteer.OfId(id) : null);

    public static AnnouncementSearch Of(AnnouncementFilter filter, Guid account, DateTime now) => new()
    {
        AccountId = account,
        Kind = filter.Kind,
        Words = filter.Words,
        Nature = filter.Nature,
        PlaceId = filter.Place?.Id,
        Key = filter.Key,
        KeptAt = now,
    };
}

/// <summary>How the mails about kept searches stand with one reader.</summary>
public class AnnouncementAlert
{
    public Guid AccountId { get; set; }

    /// <summary>The reader left the list; their searches stay.</summary>
    public bool IsOff { get; set; }

    /// <summary>On the newspaper's clock; the last day that was seen to.</summary>
    public DateOnly DoneOn { get; set; }
}

/// <summary>That a reader was told of an announcement, by which issue: once.</summary>
public class AnnouncementTold
{
    public Guid AccountId { get; set; }
    public long AnnouncementId { get; set; }

    /// <summary>Of the ledger.</summary>
    public Guid IssueId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }
}

using Gazetier.Features.Places;
using Gazetier.Text;

namespace Gazetier.Features.Announcements;

/// <summary>Annonce: a public tender, or a job that is offered. It ends by itself at its deadline.</summary>
public class Announcement
{
    public const int MaxTitle = 200;

    /// <summary>Characters of a field of one line.</summary>
    public const int MaxLine = 160;

    public const int MaxReference = 300;
    public const int MaxLink = 1_000;
    public const int MaxText = 20_000;

    /// <summary>Stands in its address.</summary>
    public long Id { get; set; }

    public AnnouncementKind Kind { get; set; }
    public required string Title { get; set; }

    /// <summary>Who buys, or who hires.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>As it was written, Markdown.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where, as people say it: "Hôtel de ville, Valmorel".</summary>
    public string Locality { get; set; } = "";

    /// <summary>What searches by place find it under. Null: everywhere.</summary>
    public Guid? PlaceId { get; set; }
    public Place? Place { get; set; }

    /// <summary>The number that its organisation gave it; may be empty.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Tenders only.</summary>
    public TenderNature? Nature { get; set; }

    /// <summary>Filière; jobs only.</summary>
    public string Branch { get; set; } = "";

    /// <summary>Jobs only.</summary>
    public string Grade { get; set; } = "";

    /// <summary>"Statutaire ou contractuel, temps complet"; jobs only.</summary>
    public string Contract { get; set; } = "";

    /// <summary>The official notice; http or https; empty: none.</summary>
    public string Link { get; set; } = "";

    /// <summary>UTC; from then on it has ended.</summary>
    public DateTime DeadlineAt { get; set; }

    /// <summary>UTC; since when readers find it. Null: a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>UTC; null: nobody took it off.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Where it came from: <see cref="ByHand"/>, <see cref="ByTable"/>, or a feed (<see cref="OfSource"/>).</summary>
    public string Origin { get; set; } = ByHand;

    /// <summary>What it is called there; once for each origin. Null: it was written here.</summary>
    public string? ExternalReference { get; set; }

    /// <summary>What its origin said of it last: as long as that says the same, what the newsroom changed stays.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>Its words as searches compare them (<see cref="FrenchTerms"/>), each between blanks. Follows the other fields by <see cref="Index"/>.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change: two people cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    public const string ByHand = "hand";
    public const string ByTable = "csv";

    public string Path => AnnouncementAddress.Of(Id, Title);

    public static string OfSource(Guid source) => $"feed/{source:N}";

    /// <summary>Whether readers find it in lists at <paramref name="now"/> (UTC).</summary>
    public bool IsOpen(DateTime now) => PublishedAt <= now && WithdrawnAt is null && DeadlineAt > now;

    public AnnouncementState StateAt(DateTime now) =>
        PublishedAt is null ? AnnouncementState.Draft
        : WithdrawnAt is not null ? AnnouncementState.Withdrawn
        : DeadlineAt > now ? AnnouncementState.Open
        : AnnouncementState.Ended;

    /// <summary>To be called once its fields are written. What its kind does not have is emptied.</summary>
    public void Index()
    {
        if (Kind == AnnouncementKind.Tender)
        {
            (Branch, Grade, Contract) = ("", "", "");
        }
        else
        {
            Nature = null;
        }

        var around = PlaceId is { } id && Gazetteer.OfId(id) is { } place ? Gazetteer.WithAround(place).Select(p => p.Name) : [];
        string[] said = [Title, Organisation, Locality, Reference, Branch, Grade, Contract, .. around, Text];
        Terms = AnnouncementFilter.Joined(FrenchTerms.Of(string.Join(" . ", said)));
    }

    /// <summary>Takes over what <paramref name="other"/> says, and not where it came from.</summary>
    /// <param name="withDeadline">False: the end stays as it is.</param>
    public void Copy(Announcement other, bool withDeadline)
    {
        (Kind, Title, Organisation, Text, Locality, PlaceId) = (other.Kind, other.Title, other.Organisation, other.Text, other.Locality, other.PlaceId);
        (Reference, Nature, Branch, Grade, Contract, Link) = (other.Reference, other.Nature, other.Branch, other.Grade, other.Contract, other.Link);
        (DeadlineAt, Fingerprint) = (withDeadline ? other.DeadlineAt : DeadlineAt, other.Fingerprint);
        Index();
    }
}

public enum AnnouncementKind
{
    Tender,
    Job,
}

/// <summary>What is bought.</summary>
public enum TenderNature
{
    Works,
    Supplies,
    Services,
}

/// <summary>How an announcement stands at a moment.</summary>
public enum AnnouncementState
{
    Draft,
    Open,
    Ended,
    Withdrawn,
}

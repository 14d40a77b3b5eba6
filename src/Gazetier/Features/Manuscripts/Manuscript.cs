using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Text;

namespace Gazetier.Features.Manuscripts;

/// <summary>
/// Copie: an article as the newsroom works on it, beside the <see cref="Articles.Article"/> that readers see (docs/decisions/0012). Its
/// newest <see cref="Revision"/> is what is being written.
/// </summary>
public class Manuscript
{
    /// <summary>That of the article.</summary>
    public long ArticleId { get; set; }
    public Article Article { get; set; } = null!;

    public Stage Stage { get; set; } = Stage.Idea;

    /// <summary>Headline of the newest revision, for lists.</summary>
    public string Headline
    {
        get;
        set
        {
            field = value;
            HeadlineFolded = Fold.Of(value);
        }
    } = "";

    /// <summary>Without case and accents, for the newsroom's search; follows the headline.</summary>
    public string HeadlineFolded { get; private set; } = "";

    /// <summary>Section of the newest revision, for lists.</summary>
    public Guid MainSectionId { get; set; }

    /// <summary>Words of the newest revision's body.</summary>
    public int Words { get; set; }

    /// <summary>Whose it is to write; null while nobody has it.</summary>
    public Guid? WriterId { get; set; }
    public Account? Writer { get; set; }

    /// <summary>UTC; when it should be read over.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>Length that was ordered, in words.</summary>
    public int? WordsOrdered { get; set; }

    /// <summary>What was ordered: angle, people to ask, papers to read.</summary>
    public string Brief { get; set; } = "";

    /// <summary>UTC; nobody publishes it before then. Null: no embargo.</summary>
    public DateTime? EmbargoUntil { get; set; }

    /// <summary>Number of the newest revision that is not aside.</summary>
    public int Newest { get; set; }

    /// <summary>Number of the last one handed out, asides included.</summary>
    public int LastNumber { get; set; }

    /// <summary>Number of the revision that readers see; null before the first publication.</summary>
    public int? PublishedRevision { get; set; }

    /// <summary>UTC; of the newest revision.</summary>
    public DateTime SavedAt { get; set; }

    public Guid? SavedById { get; set; }
    public Account? SavedBy { get; set; }

    /// <summary>Raised at each change.</summary>
    public int Version { get; set; }

    /// <summary>An idea that nobody has is whoever's begins to write it.</summary>
    public bool IsFree => Stage == Stage.Idea && WriterId is null;

    /// <summary>Whether it is <paramref name="staff"/>'s to write, or becomes so when they begin.</summary>
    public bool IsTheirs(Guid staff, StaffRole role) => WriterId == staff || (IsFree && role.May(StaffAct.Write));

    /// <summary>Whether <paramref name="staff"/> may write on it: whose it is, and who reads over.</summary>
    public bool MayWrite(Guid staff, StaffRole role) =>
        Stage != Stage.Withdrawn && (role.May(StaffAct.ReadOver) || (role.May(StaffAct.Write) && (IsFree || (WriterId == staff && Stage is not (Stage.ToReadOver or Stage.Ready)))));
}

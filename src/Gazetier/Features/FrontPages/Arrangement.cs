namespace Gazetier.Features.FrontPages;

/// <summary>
/// Composition de la une: what the newsroom decided of the front page from a time on. The one that began last is what readers see;
/// it is never changed, a new one takes its place. So a draft of tomorrow's stands beside today's, and yesterday's can be taken up again.
/// </summary>
public class Arrangement
{
    public const int MaxName = 100;

    /// <summary>The one that every newspaper begins with: nothing is held, the newest fill the places.</summary>
    public static readonly Guid First = Guid.Parse("01900000-0000-7000-8000-00000000f001");

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>UTC; readers see it from then on, until the next begins. Null: a draft.</summary>
    public DateTime? BeginsAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; set; }

    /// <summary>The name stays when the account is gone.</summary>
    public string SavedByName { get; set; } = "";

    /// <summary>Raised at each change: two people cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    public List<Pin> Pins { get; set; } = [];

    /// <summary>A standing block that has no row is shown, after the others: see <see cref="InOrder"/>.</summary>
    public List<FrontPageBlock> Blocks { get; set; } = [];

    /// <summary>Whether readers see it, or have seen it.</summary>
    public bool HasBegun(DateTime now) => BeginsAt <= now;

    /// <summary>The blocks in the order of the page, every standing one among them.</summary>
    public IReadOnlyList<FrontPageBlock> InOrder() =>
    [
        .. Blocks.OrderBy(b => b.Position),
        .. FrontPageBlock.Standing.Where(kind => !Blocks.Exists(b => b.Kind == kind)).Select(FrontPageBlock.Stand),
    ];
}

using Gazetier.Text;

namespace Gazetier.Features.Pictures;

/// <summary>
/// A picture with what the law and the reader need: its credit and its alternative text. The file lies in the data
/// folder under <see cref="Key"/>; what browsers get are renditions of it, made once.
/// </summary>
public class Picture
{
    public const int MaxCredit = 200;
    public const int MaxAlternativeText = 500;
    public const int MaxCaption = 1_000;
    public const int MaxRights = 1_000;
    public const int MaxOrigin = 500;

    /// <summary>How long before its rights end the newsroom is told.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>First 32 hexadecimal digits of the SHA-256 of the original: the same picture is kept once.</summary>
    public required string Key { get; set; }

    /// <summary>Who made it and who holds the rights; obligatory, and shown ("© credit").</summary>
    public required string Credit
    {
        get;
        set
        {
            field = value;
            Refold();
        }
    }

    /// <summary>What the picture shows, for those who cannot see it; obligatory. Empty only for a decoration.</summary>
    public required string AlternativeText
    {
        get;
        set
        {
            field = value;
            Refold();
        }
    }

    /// <summary>What the library proposes to say under it: each article captions it anew.</summary>
    public string Caption
    {
        get;
        set
        {
            field = value;
            Refold();
        }
    } = "";

    /// <summary>What the newsroom finds it by: alternative text, caption and credit, without case and accents.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>The terms under which the newspaper may show it, in words.</summary>
    public string Rights { get; set; } = "";

    /// <summary>Where it comes from: an address, an agency and its number.</summary>
    public string Origin { get; set; } = "";

    /// <summary>UTC; from then on readers do not see it. Null: for as long as one likes.</summary>
    public DateTime? RightsEndAt { get; set; }

    /// <summary>A model made it: readers are told so, and so is the file (L-90).</summary>
    public bool IsMachineMade { get; set; }

    /// <summary>What must stay in sight where it is cropped: hundredths of its width from the left, 0 to 100.</summary>
    public int FocusX { get; set; } = Focus.Middle;

    /// <summary>Hundredths of its height from the top, 0 to 100.</summary>
    public int FocusY { get; set; } = Focus.Middle;

    /// <summary>Pixels of the original, as shown (after its orientation is applied).</summary>
    public int Width { get; set; }

    /// <summary>Pixels of the original, as shown (after its orientation is applied).</summary>
    public int Height { get; set; }

    /// <summary>Bytes of the original.</summary>
    public long Size { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; when the newsroom last said something else of it than when it came in. Null: never.</summary>
    public DateTime? DescribedAt { get; set; }

    public bool IsDecoration => AlternativeText.Length == 0;

    /// <summary>Whether readers may see it at <paramref name="now"/> (UTC).</summary>
    public bool MayBeShown(DateTime now) => RightsEndAt is not { } end || now < end;

    /// <summary>What its file says of it.</summary>
    public PictureDescription Description() => new(Credit, AlternativeText, Caption.Length > 0 ? Caption : null, Rights, Origin, IsMachineMade);

    private void Refold() => Folded = Fold.Of($"{AlternativeText} {Caption} {Credit}");
}

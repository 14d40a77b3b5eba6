namespace Gazetier.Features.Licensing;

/// <summary>What robots may do in the newspaper at large. One row, set at the robots' desk; without one, <see cref="RobotLine.Usual"/> holds.</summary>
public class RobotSetting
{
    public const int MostTerms = 2_000;

    /// <summary>Always 1.</summary>
    public int Id { get; set; } = 1;

    public RobotChoice Search { get; set; } = RobotLine.Usual.Search;
    public RobotChoice LinkPreview { get; set; } = RobotLine.Usual.LinkPreview;
    public RobotChoice Training { get; set; } = RobotLine.Usual.Training;
    public RobotChoice Answers { get; set; } = RobotLine.Usual.Answers;
    public RobotChoice Archive { get; set; } = RobotLine.Usual.Archive;

    /// <summary>What the page of the licence says of its price and its ways, line by line. May be empty.</summary>
    public string Terms { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change: two people cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    public RobotLine Line
    {
        get => new(Search, LinkPreview, Training, Answers, Archive);
        set => (Search, LinkPreview, Training, Answers, Archive) = value;
    }
}

namespace Gazetier.Features.Licensing;

/// <summary>What holds for one class of robots in one section, and in those below it, instead of what holds above.</summary>
public class RobotException
{
    public Guid SectionId { get; set; }

    public RobotClass Class { get; set; }

    public RobotChoice Choice { get; set; }
}

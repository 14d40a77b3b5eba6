namespace Gazetier.Web;

/// <summary>
/// Left with a request whose address opens nothing, wherever it comes from: a robot's. The address itself stays, for what is local only and
/// for limits by network.
/// </summary>
public sealed class BringsNoRight
{
    public static readonly BringsNoRight Mark = new();

    private BringsNoRight()
    {
    }
}

using System.Net;

namespace Gazetier.Features.Robots;

/// <summary>Where a robot comes from, as a file of the data folder has it.</summary>
/// <param name="Name">In the folder <c>robots</c>.</param>
/// <param name="At">UTC; when the file was put there.</param>
public sealed record RangeFile(string Name, DateTime At, IReadOnlyList<IPNetwork> Networks)
{
    /// <summary>Days after which somebody should fetch it again.</summary>
    public const int FreshDays = 90;

    public bool Holds(IPAddress address) => Networks.Any(network => network.Contains(address));

    public bool IsOldAt(DateTime now) => now - At > TimeSpan.FromDays(FreshDays);
}

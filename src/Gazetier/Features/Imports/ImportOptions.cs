using Gazetier.Features.Access;

namespace Gazetier.Features.Imports;

/// <summary>What the operator says of an import.</summary>
/// <param name="Access">What an article asks of its reader where its line does not say.</param>
/// <param name="DryRun">Reads and judges everything, and writes nothing.</param>
public record ImportOptions(Requirement Access = Requirement.Subscription, bool DryRun = false);

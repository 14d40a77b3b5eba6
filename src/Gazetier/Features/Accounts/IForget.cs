namespace Gazetier.Features.Accounts;

/// <summary>
/// A rule of retention (L-40): what no longer serves goes. All of the program's are found and asked each night, in a row and apart from
/// each other; how much went is told in the newsroom. Run twice, a rule finds nothing the second time.
/// </summary>
public interface IForget
{
    /// <summary>French, the key of its translation: what goes, and when.</summary>
    string What { get; }

    /// <returns>How many rows went, or became nobody's.</returns>
    Task<int> RunAsync(CancellationToken cancel);
}

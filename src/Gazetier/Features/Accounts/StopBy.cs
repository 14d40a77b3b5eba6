namespace Gazetier.Features.Accounts;

/// <summary>
/// Where somebody who signs in is led first, because there is something that they must know; null: nowhere. What knows of it
/// registers it; accounts know nothing of it.
/// </summary>
/// <param name="next">Where they go afterwards.</param>
public delegate Task<string?> StopBy(Account account, string next, CancellationToken cancel);

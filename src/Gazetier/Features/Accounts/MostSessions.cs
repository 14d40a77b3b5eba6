namespace Gazetier.Features.Accounts;

/// <summary>
/// How many sessions an account may have open at once; null: as many as it likes. Who keeps seats registers it; accounts know
/// nothing of them.
/// </summary>
public delegate Task<int?> MostSessions(Guid accountId, CancellationToken cancel);

namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Told once, inside the transaction that writes it down, when ProConnect names another employer for an identity than before (P-06).
/// Who keeps seats registers it; single sign-on knows nothing of them.
/// </summary>
/// <param name="former">14 digits: who it was.</param>
/// <param name="siret">14 digits: who it is now.</param>
public delegate Task EmployerChanged(Guid accountId, string former, string siret, CancellationToken cancel);

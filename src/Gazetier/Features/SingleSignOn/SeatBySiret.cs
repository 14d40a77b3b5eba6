namespace Gazetier.Features.SingleSignOn;

/// <summary>
/// Looks for a seat in the subscription of a reader's employer, each time that the reader comes in by ProConnect (P-05, P-06). Who
/// keeps seats registers it; single sign-on knows nothing of them.
/// </summary>
/// <param name="siret">14 digits.</param>
/// <returns>A local path where the reader is led, to be told that there is no seat; null: where the reader wanted to go.</returns>
public delegate Task<string?> SeatBySiret(Guid accountId, string siret, CancellationToken cancel);

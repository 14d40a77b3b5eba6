namespace Gazetier.Features.Accounts;

/// <summary>
/// Told when somebody showed that an address is theirs: at each sign-in, and when the address of an account changes. What gives rights by
/// addresses registers it; accounts know nothing of it.
/// </summary>
/// <param name="isNew">The account has just got this address in the place of another.</param>
/// <returns>A local path where the reader is told something about it, at their first sign-in; null: nothing.</returns>
public delegate Task<string?> AddressProven(Guid accountId, string email, bool isNew, CancellationToken cancel);

namespace Gazetier.Features.Suppressions;

/// <summary>
/// Takes a reader off one list, at once, within the transaction of the caller. Each feature that posts a list registers
/// its own: whoever complains leaves them all (E-05).
/// </summary>
public delegate Task LeaveList(Guid accountId, CancellationToken cancel);

namespace Gazetier.Features.Accounts;

/// <summary>
/// Tells this node to look anew at who an account is: its sessions ended, or its name, language or role changed. What
/// remembers readers registers it; accounts know nothing of it.
/// </summary>
public delegate void ForgetReader(Guid accountId);

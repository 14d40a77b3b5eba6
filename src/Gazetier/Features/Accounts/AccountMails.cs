using Gazetier.Features.Accounts.Factors;

namespace Gazetier.Features.Accounts;

/// <summary>Kinds of mails about accounts, as they stand in the outbox.</summary>
public static class AccountMails
{
    /// <summary>Confirms a registration; or tells that there is an account already. Arguments: <see cref="RegistrationRequest"/>.</summary>
    public const string Registration = "account.registration";

    /// <summary>A link to sign in; nothing for an unknown address. Arguments: <see cref="LinkRequest"/>.</summary>
    public const string SignIn = "account.sign-in";

    /// <summary>A link to choose a new password; nothing for an unknown address. Arguments: <see cref="LinkRequest"/>.</summary>
    public const string Recovery = "account.recovery";

    /// <summary>To the new address: confirms it. Arguments: <see cref="AccountNotice"/>.</summary>
    public const string AddressCheck = "account.address-check";

    /// <summary>To the old address: somebody asks for another one. Arguments: <see cref="AccountNotice"/>.</summary>
    public const string AddressAsked = "account.address-asked";

    /// <summary>To the old address: it is no longer the account's. Arguments: <see cref="AccountNotice"/>.</summary>
    public const string AddressChanged = "account.address-changed";

    /// <summary>Arguments: <see cref="AccountNotice"/>.</summary>
    public const string PasswordChanged = "account.password-changed";

    /// <summary>Arguments: <see cref="DeviceNotice"/>.</summary>
    public const string NewDevice = "account.new-device";

    /// <summary>Arguments: <see cref="FactorNotice"/>.</summary>
    public const string FactorChanged = "account.factor-changed";

    /// <summary>Somebody knows the password and guesses at codes. Arguments: <see cref="AccountNotice"/>.</summary>
    public const string CodesRefused = "account.codes-refused";

    /// <summary>A link to sign in for the first time as one of the staff. Arguments: <see cref="AccountNotice"/>.</summary>
    public const string Appointed = "account.appointed";

    /// <summary>The last one. Arguments: <see cref="Farewell"/>.</summary>
    public const string Deleted = "account.deleted";
}

public sealed record RegistrationRequest(Guid RegistrationId);

/// <param name="ReturnPath">Local path to go to afterwards.</param>
public sealed record LinkRequest(string? ReturnPath);

public sealed record AccountNotice(Guid AccountId);

/// <param name="At">UTC.</param>
public sealed record DeviceNotice(Guid AccountId, string Device, DateTime At);

/// <param name="At">UTC.</param>
/// <param name="What">The identity provider that it is about, or null.</param>
public sealed record FactorNotice(Guid AccountId, FactorChange Change, DateTime At, string? What = null);

/// <param name="Language">"fr" or "en": the account is gone when the mail is written.</param>
public sealed record Farewell(string Language);

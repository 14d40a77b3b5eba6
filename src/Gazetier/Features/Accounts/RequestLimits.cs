namespace Gazetier.Features.Accounts;

/// <summary>
/// How many mails one address is sent on request, and how much one network may ask for (S-04, ASVS 2.4.1). In the memory
/// of one node. Known and unknown addresses count alike.
/// </summary>
public class RequestLimits(TimeProvider clock)
{
    public const int MailsPerAddress = 5;
    public const int RegistrationsPerNetwork = 30;
    public const int MailsPerNetwork = 60;
    public const int ChecksPerAccount = 10;
    public const int RepliesPerNetwork = 20;
    public const int DeparturesPerNetwork = 30;
    public const int LeadsPerNetwork = 20;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly AttemptCounter _mails = new(Hour, 50_000, clock);
    private readonly AttemptCounter _networks = new(Hour, 50_000, clock);
    private readonly AttemptCounter _registrations = new(Hour, 50_000, clock);
    private readonly AttemptCounter _replies = new(Hour, 50_000, clock);
    private readonly AttemptCounter _departures = new(Hour, 50_000, clock);
    private readonly AttemptCounter _leads = new(Hour, 50_000, clock);
    private readonly AttemptCounter _checks = new(SignInThrottle.Window, 50_000, clock);

    /// <summary>False: this address got enough of them this hour. The reader is answered as ever; no mail is owed.</summary>
    /// <remarks>By kind, so that asking for one in another's name leaves the others; links live as long as the hour.</remarks>
    public bool MayMail(string kind, string address) => _mails.Add($"{kind} {address}") <= MailsPerAddress;

    /// <summary>False: this network asks for too many mails.</summary>
    public bool MayAskForMail(string network) => _networks.Add(network) <= MailsPerNetwork;

    /// <summary>False: this network registers too many accounts.</summary>
    public bool MayRegister(string network) => _registrations.Add(network) <= RegistrationsPerNetwork;

    /// <summary>False: this network asks for too many rights of reply.</summary>
    public bool MayAskForReply(string network) => _replies.Add(network) <= RepliesPerNetwork;

    /// <summary>False: this network ends too many contracts.</summary>
    public bool MayDepart(string network) => _departures.Add(network) <= DeparturesPerNetwork;

    /// <summary>False: this network writes to too many partners.</summary>
    public bool MayWriteToPartner(string network) => _leads.Add(network) <= LeadsPerNetwork;

    /// <summary>False: within a session, the password was asked for and wrong too often.</summary>
    public bool MayCheck(Guid accountId) => _checks.Add(accountId.ToString()) <= ChecksPerAccount;

    public void Checked(Guid accountId) => _checks.Clear(accountId.ToString());
}

namespace Gazetier.Features.Organisations;

/// <summary>What the desk does to organisations, as the record names it; <see cref="Audit.ActNames"/> says it in words.</summary>
public static class OrganisationActs
{
    public const string Created = "organisation.created";
    public const string Changed = "organisation.changed";
    public const string ContractMade = "organisation.contract-made";
    public const string ContractChanged = "organisation.contract-changed";
    public const string ContractSuspended = "organisation.contract-suspended";
    public const string ContractResumed = "organisation.contract-resumed";
    public const string ContractEnded = "organisation.contract-ended";
    public const string DomainAdded = "organisation.domain-added";
    public const string DomainRemoved = "organisation.domain-removed";
    public const string RangeAdded = "organisation.range-added";
    public const string RangeRemoved = "organisation.range-removed";
    public const string SiretAdded = "organisation.siret-added";
    public const string SiretRemoved = "organisation.siret-removed";
    public const string StewardAdded = "organisation.steward-added";
    public const string StewardRemoved = "organisation.steward-removed";
    public const string SeatGiven = "organisation.seat-given";
    public const string Invited = "organisation.invited";
    public const string InvitationTakenBack = "organisation.invitation-taken-back";
    public const string SeatWithdrawn = "organisation.seat-withdrawn";
}

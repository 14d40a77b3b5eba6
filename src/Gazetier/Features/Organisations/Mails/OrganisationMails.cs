namespace Gazetier.Features.Organisations.Mails;

/// <summary>Kinds of mails about organisations and their seats, as they stand in the outbox.</summary>
public static class OrganisationMails
{
    /// <summary>To an address: take the seat that is held for you. The link is made when it leaves. Arguments: <see cref="InvitationMail"/>.</summary>
    public const string Invitation = "organisation.invitation";

    /// <summary>To who was given a seat without asking: by the domain, by single sign-on, by the desk. Arguments: <see cref="SeatMail"/>.</summary>
    public const string Seated = "organisation.seated";

    /// <summary>To who lost a seat. Arguments: <see cref="SeatMail"/>.</summary>
    public const string Withdrawn = "organisation.withdrawn";

    /// <summary>To the stewards: the last seat is taken. Arguments: <see cref="SeatMail"/>.</summary>
    public const string Full = "organisation.full";

    /// <summary>To the stewards: ProConnect names another employer for one of their people (P-06). Arguments: <see cref="LeftMail"/>.</summary>
    public const string Left = "organisation.left";

    /// <summary>To a new steward, with a link that signs in. Arguments: <see cref="StewardMail"/>.</summary>
    public const string StewardAdded = "organisation.steward-added";

    /// <summary>To the desk: a steward asks for a quote. Arguments: <see cref="DeskMail"/>.</summary>
    public const string QuoteAsked = "organisation.quote-asked";

    /// <summary>To the desk: a steward asks for a domain. Arguments: <see cref="DeskMail"/>.</summary>
    public const string DomainAsked = "organisation.domain-asked";
}

public sealed record InvitationMail(Guid InvitationId);

/// <param name="AccountId">Of whom it is written to.</param>
public sealed record SeatMail(Guid SubscriptionId, Guid AccountId);

/// <param name="AccountId">Of whom it is written to.</param>
public sealed record StewardMail(Guid OrganisationId, Guid AccountId);

/// <param name="StewardId">Of whom it is written to.</param>
/// <param name="AccountId">Who left.</param>
/// <param name="Stays">A seat that came otherwise than by the SIRET is still theirs.</param>
public sealed record LeftMail(Guid OrganisationId, Guid StewardId, Guid AccountId, bool Stays);

/// <param name="StewardId">Who asks.</param>
/// <param name="Words">What they wrote.</param>
/// <param name="Language">"fr" or "en": of whom it is written to.</param>
public sealed record DeskMail(Guid OrganisationId, Guid StewardId, string Words, string Language);

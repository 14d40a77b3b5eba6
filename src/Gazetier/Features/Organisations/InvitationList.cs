using Gazetier.Features.Accounts;
using Gazetier.Features.Organisations.Mails;
using Gazetier.Features.Subscriptions;

namespace Gazetier.Features.Organisations;

/// <summary>Goes through lines of people to invite into one contract, while seats are left. Touches no database.</summary>
/// <param name="sitting">Addresses of who sits there.</param>
/// <param name="invited">Invitations by address, expired ones too.</param>
/// <param name="free">Seats that are left; null: no end.</param>
public class InvitationList(Subscription contract, IReadOnlySet<string> sitting, IReadOnlyDictionary<string, Invitation> invited, int? free, DateTime now)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int? _free = free;

    /// <param name="invitation">To be sent; null: none.</param>
    public InvitationOutcome Add(InvitedPerson person, RequestLimits limits, out Invitation? invitation)
    {
        invitation = null;
        if (Refusal(person, limits) is { } refusal)
        {
            return refusal;
        }

        invitation = invited.GetValueOrDefault(person.Email!) ?? new Invitation { SubscriptionId = contract.Id, Email = person.Email! };
        invitation.Name = person.Name.Length > 0 ? person.Name : invitation.Name;
        (invitation.InvitedAt, invitation.SentAt, invitation.ExpiresAt) = (now, null, now + Invitation.Lifetime);
        _free--;
        return InvitationOutcome.Invited;
    }

    private InvitationOutcome? Refusal(InvitedPerson person, RequestLimits limits) =>
        person.Email is not { } email ? InvitationOutcome.NoAddress
        : !_seen.Add(email) ? InvitationOutcome.Twice
        : sitting.Contains(email) ? InvitationOutcome.Sits
        : invited.TryGetValue(email, out var before) && before.IsOpen(now) ? InvitationOutcome.InvitedBefore
        : _free == 0 ? InvitationOutcome.Full
        : !limits.MayMail(OrganisationMails.Invitation, email) ? InvitationOutcome.TooOften
        : null;
}

public sealed record InvitationLine(InvitedPerson Person, InvitationOutcome Outcome);

/// <summary>What became of one line.</summary>
public enum InvitationOutcome
{
    Invited,

    /// <summary>They have a seat.</summary>
    Sits,

    /// <summary>An invitation waits for them: it can be sent again.</summary>
    InvitedBefore,

    /// <summary>The address stood on a line before.</summary>
    Twice,

    NoAddress,

    Full,

    /// <summary>This address got enough mails this hour.</summary>
    TooOften,

    /// <summary>The contract has ended or is suspended.</summary>
    Closed,
}

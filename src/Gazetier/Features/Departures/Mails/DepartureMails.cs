namespace Gazetier.Features.Departures.Mails;

/// <summary>The mails of this feature, as the outbox knows them.</summary>
public static class DepartureMails
{
    public const string Received = "departure.received";
}

/// <summary>Which declaration a mail is about.</summary>
public sealed record DepartureMail(Guid DepartureId);

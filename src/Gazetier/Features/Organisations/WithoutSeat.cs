namespace Gazetier.Features.Organisations;

/// <summary>The address of the page that says why somebody of an organisation has no seat, and whom to ask (P-05).</summary>
public static class WithoutSeat
{
    /// <param name="organisationId">Null: none is known by this SIRET.</param>
    public static string Path(SeatOutcome why, Guid? organisationId) => organisationId is { } id
        ? $"/organisation/sans-place?motif={Word(why)}&organisme={id}"
        : "/organisation/sans-place?motif=inconnu";

    public static string Word(SeatOutcome why) => why switch
    {
        SeatOutcome.Full => "complet",
        SeatOutcome.Suspended => "suspendu",
        SeatOutcome.Withdrawn => "retrait",
        SeatOutcome.Ended => "termine",
        _ => "inconnu",
    };
}

using Gazetier.Data;

namespace Gazetier.Features.Consents;

public static class ConsentQueries
{
    /// <summary>A reader's, the latest first.</summary>
    public static IQueryable<Consent> Of(this IQueryable<Consent> consents, Guid accountId) =>
        consents.Where(c => c.AccountId == accountId).OrderByDescending(c => c.At).ThenByDescending(c => c.Id);

    /// <summary>Records that a reader said yes or no; written with whatever the caller is about to save.</summary>
    /// <param name="at">UTC.</param>
    public static void Consent(this GazetierDb db, Guid accountId, string list, bool isGiven, string text, string origin, DateTime at) => db.Consents.Add(new Consent
    {
        AccountId = accountId,
        List = list,
        IsGiven = isGiven,
        Text = text.Length > Consents.Consent.MaxText ? text[..Consents.Consent.MaxText] : text,
        Origin = origin.Length > Consents.Consent.MaxOrigin ? origin[..Consents.Consent.MaxOrigin] : origin,
        At = at,
    });
}

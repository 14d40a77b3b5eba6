using Gazetier.Features.Consents;

namespace Gazetier.Features.MailingLists;

/// <summary>A consent with the title of its list.</summary>
/// <param name="Title">The list's name, where its reader does not see it any more.</param>
public sealed record ConsentLine(Consent Consent, string Title)
{
    public static IReadOnlyList<ConsentLine> Of(IEnumerable<Consent> consents, IReadOnlyList<MailingList> lists) =>
        [.. consents.Select(consent => new ConsentLine(consent, lists.FirstOrDefault(list => list.Name == consent.List)?.Title ?? consent.List))];
}

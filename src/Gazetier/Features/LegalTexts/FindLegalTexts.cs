using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Search;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>Legal texts, as search finds them: by their words, and by every reference that they are quoted by.</summary>
public sealed class FindLegalTexts(GazetierDb db, Masthead masthead, TimeProvider clock) : IFindables
{
    public string Prefix => "text";

    public IReadOnlyCollection<string>? TouchedBy(string tag) => tag == LegalTextTags.All ? [] : null;

    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel) =>
        (await Shown().Select(t => new { t.Id, t.Version, t.ChangedAt }).ToListAsync(cancel))
            .ToDictionary(t => FindableKeys.Of(Prefix, t.Id), t => t.ChangedAt.Ticks + t.Version, StringComparer.Ordinal);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var ids = keys.Ids();
        var zone = await masthead.ZoneAsync(cancel);
        return [.. (await Shown().Where(t => ids.Contains(t.Id)).ToListAsync(cancel)).Select(text => Of(text, zone))];
    }

    private IQueryable<LegalText> Shown() => db.LegalTexts.AsNoTracking().Published(clock.GetUtcNow().UtcDateTime);

    private Findable Of(LegalText text, TimeZoneInfo zone)
    {
        var isOpen = text.Access == Access.Requirement.None;
        var summary = Plain.Of(text.Summary);
        return new Findable
        {
            Key = FindableKeys.Of(Prefix, text.Id),
            Version = text.ChangedAt.Ticks + text.Version,
            Kind = FoundKind.LegalText,
            Path = text.Path,
            Title = text.Reference,
            Summary = text.Title,
            References = string.Join(" ; ", new[] { text.Number.Length > 0 ? "n° " + text.Number : "", text.Ecli, text.Nor, text.Issuer, text.Chamber, text.QuestionAuthor, text.JournalReference }.Where(part => part.Length > 0)),
            Open = isOpen ? summary : "",
            Withheld = isOpen ? "" : summary,
            Asks = text.Asks,
            At = LocalMoment.StartOf(text.SignedOn, zone),
            Lists = [text.Id],
        };
    }
}

using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Licensing;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots;

/// <summary>Addresses in which something else holds than in the newspaper at large.</summary>
/// <param name="Path">What they begin with: "/rubriques/juridique/", "/12/".</param>
public sealed record PolicyPlace(string Path, RobotLine Line);

/// <summary>
/// Names every place of the exceptions. The address of an article does not carry its section (G-01): each article is a place of its own, the
/// newest first. Beyond <see cref="Most"/> they are no longer named in files; their pages and answers say it all the same.
/// </summary>
public class ReadPlaces(GazetierDb db, ReadPolicy read, TimeProvider clock)
{
    /// <summary>Search engines read half a megabyte of robots.txt.</summary>
    public const int Most = 4_000;

    public async Task<IReadOnlyList<PolicyPlace>> RunAsync(CancellationToken cancel) => await OfAsync(await read.RunAsync(cancel), cancel);

    public async Task<IReadOnlyList<PolicyPlace>> OfAsync(RobotPolicy policy, CancellationToken cancel)
    {
        if (policy.Apart.Count == 0)
        {
            return [];
        }

        var ids = policy.Apart.Select(section => section.Id).ToList();
        var articles = await db.Articles.TagWith("robots").AsNoTracking().Published(clock.GetUtcNow().UtcDateTime)
            .Where(a => ids.Contains(a.MainSectionId)).OrderByDescending(a => a.Id).Take(Most).Select(a => new { a.Id, a.MainSectionId }).ToListAsync(cancel);
        return
        [
            .. policy.Apart.Select(section => new PolicyPlace($"/rubriques/{section.Slug}/", policy.Of(section.Id))),
            .. articles.Select(a => new PolicyPlace(FormattableString.Invariant($"/{a.Id}/"), policy.Of(a.MainSectionId))),
        ];
    }
}

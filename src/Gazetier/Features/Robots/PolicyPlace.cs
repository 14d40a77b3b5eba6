using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs;
using Gazetier.Features.Licensing;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Robots;

/// <summary>Addresses in which something else holds than in the newspaper at large.</summary>
/// <param name="Path">What they begin with: "/rubriques/juridique/", "/12/".</param>
public sealed record PolicyPlace(string Path, RobotLine Line);

/// <summary>The places that files name, and what they say of the rest. Pure.</summary>
/// <param name="Lists">Of sections, of clubs, and of files.</param>
/// <param name="Articles">The newest first.</param>
/// <param name="IsWhole">False: there are articles of an exception that are not named.</param>
public sealed record PolicyPlaces(RobotPolicy Policy, IReadOnlyList<PolicyPlace> Lists, IReadOnlyList<PolicyPlace> Articles, bool IsWhole)
{
    public IEnumerable<PolicyPlace> All => Lists.Concat(Articles);

    /// <summary>
    /// Of the addresses that are not named. Where there are articles of an exception among them, the strictest: a file must not grant what
    /// is refused. Not for search and previews of links, which a sweeping no would take from the whole newspaper: of them files are silent.
    /// </summary>
    public RobotLine Rest => IsWhole ? Policy.Paper : new[] { RobotClass.Training, RobotClass.Answers, RobotClass.Archive }
        .Aggregate(Policy.Paper, (held, kind) => held.With(kind, Policy.Apart.Select(section => Policy.Of(section.Id).For(kind)).Append(held.For(kind)).Max()));

    /// <summary>Whether a file may say in so many words that all else is open to them.</summary>
    public bool MayAllow(RobotClass kind) => IsWhole || Policy.Apart.All(section => Policy.Of(section.Id).IsOpenTo(kind));

    /// <summary>The same with fewer articles.</summary>
    public PolicyPlaces First(int articles) => this with { Articles = [.. Articles.Take(articles)], IsWhole = IsWhole && articles >= Articles.Count };
}

/// <summary>
/// Finds every place of the exceptions. The address of an article does not carry its section (G-01): each article is a place of its own, the
/// newest first. Beyond <see cref="Most"/> they are no longer named in files; their pages and answers say it all the same.
/// </summary>
public class ReadPlaces(GazetierDb db, ReadPolicy read, TimeProvider clock)
{
    public const int Most = 4_000;

    public async Task<PolicyPlaces> RunAsync(CancellationToken cancel) => await OfAsync(await read.RunAsync(cancel), cancel);

    public async Task<PolicyPlaces> OfAsync(RobotPolicy policy, CancellationToken cancel)
    {
        if (policy.Apart.Count == 0)
        {
            return new(policy, [], [], IsWhole: true);
        }

        var ids = policy.Apart.Select(section => section.Id).ToList();
        var clubs = await db.Clubs.Where(c => c.OpenedAt != null && ids.Contains(c.SectionId)).Select(c => c.SectionId).ToListAsync(cancel);
        var articles = await db.Articles.TagWith("robots").AsNoTracking().Published(clock.GetUtcNow().UtcDateTime)
            .Where(a => ids.Contains(a.MainSectionId)).OrderByDescending(a => a.Id).Take(Most + 1).Select(a => new { a.Id, a.MainSectionId }).ToListAsync(cancel);
        return new(
            policy,
            [
                .. policy.Apart.Select(section => new PolicyPlace($"/rubriques/{section.Slug}/", policy.Of(section.Id))),
                .. policy.Apart.Where(section => clubs.Contains(section.Id)).Select(section => new PolicyPlace(ClubAddress.Of(section.Slug), policy.Of(section.Id))),
                .. RobotPlace.Files.Where(_ => policy.Files != policy.Paper).Select(path => new PolicyPlace(path, policy.Files)),
            ],
            [.. articles.Take(Most).Select(a => new PolicyPlace(FormattableString.Invariant($"/{a.Id}/"), policy.Of(a.MainSectionId)))],
            IsWhole: articles.Count <= Most);
    }
}

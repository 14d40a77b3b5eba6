using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Follows;

/// <summary>What a reader can choose from in Ma Gazette, with what each choice would bring.</summary>
public class Choices(GazetierDb db, WeeklyCounts counts)
{
    /// <summary>
    /// The choices of each kind, by name. Of dossiers those still open and of authors those who wrote lately, for nobody
    /// reads a list of hundreds; of places, phrases and legal texts those that are followed: nobody ticks a thousand laws. What is already followed
    /// always stands there, or saving would drop it.
    /// </summary>
    public async Task<IReadOnlyDictionary<FollowKind, IReadOnlyList<Choice>>> LoadAsync(IReadOnlyCollection<Followed> follows, CancellationToken cancel)
    {
        var open = await db.Dossiers.Where(d => d.IsOpen).Select(d => d.Id).ToHashSetAsync(cancel);
        var lately = await counts.CountAsync(cancel);
        var followed = follows.DistinctBy(follow => follow.Subject).ToDictionary(follow => follow.Subject);
        var choices = new Dictionary<FollowKind, IReadOnlyList<Choice>>();
        foreach (var kind in Enum.GetValues<FollowKind>())
        {
            choices[kind] = [.. (await NamedAsync(kind, follows, cancel))
                .Select(named => new Choice(kind, named, lately.GetValueOrDefault(named.Id), followed.GetValueOrDefault(new Subject(kind, named.Id))?.Rhythm))
                .Where(choice => choice.IsFollowed || IsOffered(choice, open))
                .OrderBy(choice => choice.Named.Name, French.Order)];
        }

        return choices;
    }

    private async Task<IReadOnlyList<Named>> NamedAsync(FollowKind kind, IReadOnlyCollection<Followed> follows, CancellationToken cancel)
    {
        if (kind == FollowKind.Keyword)
        {
            return [.. follows.Where(f => f.Subject.Kind == kind).Select(f => new Named(f.Subject.Id, f.Subject.Id.ToString("N"), f.Label ?? ""))];
        }

        if (kind is FollowKind.Place or FollowKind.LegalText)
        {
            return await db.Followables(kind, [.. follows.Where(f => f.Subject.Kind == kind).Select(f => f.Subject.Id)]).ToListAsync(cancel);
        }

        return await db.Followables(kind).ToListAsync(cancel);
    }

    private static bool IsOffered(Choice choice, HashSet<Guid> openDossiers) => choice.Kind switch
    {
        FollowKind.Dossier => openDossiers.Contains(choice.Named.Id),
        FollowKind.Author => choice.Lately > 0,
        FollowKind.Place or FollowKind.Keyword or FollowKind.LegalText => false,
        _ => true,
    };
}

/// <summary>One box of the form.</summary>
/// <param name="Lately">Articles of the last <see cref="WeeklyCounts.Weeks"/> weeks.</param>
/// <param name="Rhythm">Null: it is not followed.</param>
public sealed record Choice(FollowKind Kind, Named Named, int Lately, FollowRhythm? Rhythm)
{
    public bool IsFollowed => Rhythm is not null;

    /// <summary>The field that says how it is followed: "rythme:theme:finances".</summary>
    public string RhythmField => ReadFollows.RhythmField(Kind, Named.Slug);

    /// <summary>"≈ 6 par semaine".</summary>
    public string PerWeek(Phrases t)
    {
        var weekly = (int)Math.Round(Lately / (double)WeeklyCounts.Weeks, MidpointRounding.AwayFromZero);
        return Lately == 0 ? t["rien depuis huit semaines"]
            : weekly == 0 ? t["moins d’un par semaine"]
            : t["≈ {0} par semaine", weekly];
    }
}

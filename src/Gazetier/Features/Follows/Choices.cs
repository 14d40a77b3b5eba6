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
    /// reads a list of hundreds; what is already followed always stands there, or saving would drop it.
    /// </summary>
    public async Task<IReadOnlyDictionary<FollowKind, IReadOnlyList<Choice>>> LoadAsync(IReadOnlySet<Subject> follows, CancellationToken cancel)
    {
        var open = await db.Dossiers.Where(d => d.IsOpen).Select(d => d.Id).ToHashSetAsync(cancel);
        var lately = await counts.CountAsync(cancel);
        var choices = new Dictionary<FollowKind, IReadOnlyList<Choice>>();
        foreach (var kind in Enum.GetValues<FollowKind>())
        {
            choices[kind] = [.. (await db.Followables(kind).ToListAsync(cancel))
                .Select(named => new Choice(kind, named, lately.GetValueOrDefault(named.Id), follows.Contains(new Subject(kind, named.Id))))
                .Where(choice => choice.IsFollowed || IsOffered(choice, open))
                .OrderBy(choice => choice.Named.Name, French.Order)];
        }

        return choices;
    }

    private static bool IsOffered(Choice choice, HashSet<Guid> openDossiers) => choice.Kind switch
    {
        FollowKind.Dossier => openDossiers.Contains(choice.Named.Id),
        FollowKind.Author => choice.Lately > 0,
        _ => true,
    };
}

/// <summary>One box of the form.</summary>
/// <param name="Lately">Articles of the last <see cref="WeeklyCounts.Weeks"/> weeks.</param>
public sealed record Choice(FollowKind Kind, Named Named, int Lately, bool IsFollowed)
{
    /// <summary>"≈ 6 par semaine".</summary>
    public string PerWeek(Phrases t)
    {
        var weekly = (int)Math.Round(Lately / (double)WeeklyCounts.Weeks, MidpointRounding.AwayFromZero);
        return Lately == 0 ? t["rien depuis huit semaines"]
            : weekly == 0 ? t["moins d’un par semaine"]
            : t["≈ {0} par semaine", weekly];
    }
}

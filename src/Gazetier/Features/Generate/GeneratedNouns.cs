using Gazetier.Data;
using Gazetier.Features.Authors;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Sections;
using Gazetier.Features.Themes;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Generate;

/// <summary>What articles hang on: ten sections, sixty themes, thirty dossiers, forty authors. What is there already is used.</summary>
internal sealed record GeneratedNouns(
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Theme> Themes,
    IReadOnlyList<Dossier> Dossiers,
    IReadOnlyList<Author> Authors)
{
    private static readonly string[] SectionNames =
        ["Actualité", "Juridique", "Finances", "Ressources humaines", "Technique", "Social", "Éducation", "Sécurité", "Régions", "Opinions"];

    private static readonly string[] Matters =
    [
        "Budget", "Eau", "Écoles", "Logement", "Numérique", "Marchés publics", "Statut", "Déchets", "Énergie", "Mobilités",
        "Culture", "Sport", "Petite enfance", "Urbanisme", "Archives", "Forêts", "Tourisme", "Santé", "Élections", "Patrimoine",
    ];

    private static readonly string[] Sides = ["", " et territoires", " : le droit"];

    private static readonly string[] Angles = ["{0} : l’année de tous les choix", "{0}, l’enquête", "Repenser : {0}"];

    /// <summary>The sixty themes, the most written on first.</summary>
    public static IEnumerable<string> ThemeNames => Sides.SelectMany(side => Matters.Select(matter => matter + side));

    public static async Task<GeneratedNouns> MakeAsync(GazetierDb db, CancellationToken cancel)
    {
        var nouns = new GeneratedNouns(
            await FillAsync(db, s => s.Slug, SectionNames, (name, i) => new Section { Slug = FrenchProse.Slug(name), Name = name, Position = 100 + i }, cancel),
            await FillAsync(db, t => t.Slug, ThemeNames, (name, _) => new Theme { Slug = FrenchProse.Slug(name), Name = name }, cancel),
            await FillAsync(db, d => d.Slug, DossierTitles(), (title, _) => new Dossier { Slug = FrenchProse.Slug(title), Title = title }, cancel),
            await FillAsync(db, a => a.Slug, AuthorNames(), (name, _) => new Author { Slug = FrenchProse.Slug(name), Name = name, Function = "journaliste" }, cancel));
        await db.SaveChangesAsync(cancel);
        return nouns;
    }

    private static IEnumerable<string> DossierTitles() =>
        Angles.SelectMany(angle => Matters.Take(10).Select(matter => string.Format(System.Globalization.CultureInfo.InvariantCulture, angle, matter)));

    private static IEnumerable<string> AuthorNames() =>
        Enumerable.Range(0, 40).Select(i => $"{FrenchWords.FirstNames[i % FrenchWords.FirstNames.Length]} {FrenchWords.LastNames[i * 7 % FrenchWords.LastNames.Length]}").Distinct(StringComparer.Ordinal);

    private static async Task<List<T>> FillAsync<T>(
        GazetierDb db,
        Func<T, string> slugOf,
        IEnumerable<string> names,
        Func<string, int, T> make,
        CancellationToken cancel)
        where T : class
    {
        var here = (await db.Set<T>().ToListAsync(cancel)).ToDictionary(slugOf, StringComparer.Ordinal);
        var all = new List<T>();
        foreach (var made in names.Select(make))
        {
            all.Add(here.GetValueOrDefault(slugOf(made)) ?? db.Add(made).Entity);
        }

        return all;
    }
}

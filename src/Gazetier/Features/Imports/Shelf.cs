using Gazetier.Data;
using Gazetier.Features.Authors;
using Gazetier.Features.Dossiers;
using Gazetier.Features.Follows;
using Gazetier.Features.Sections;
using Gazetier.Features.Themes;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Imports;

/// <summary>
/// The sections, themes, dossiers and authors that imported articles name: found by name, or made. What is made is owed
/// to the database (<see cref="Owed"/>) until <see cref="Settle"/> says that it was written.
/// </summary>
internal sealed class Shelf
{
    private readonly NameIndex _sections = new();
    private readonly NameIndex _themes = new();
    private readonly NameIndex _dossiers = new();
    private readonly NameIndex _authors = new();
    private readonly List<object> _owed = [];
    private int _lastSection;

    /// <summary>New rows, in the order they were named.</summary>
    public IReadOnlyList<object> Owed => _owed;

    public async Task ReadAsync(GazetierDb db, CancellationToken cancel)
    {
        _owed.Clear();
        // What was merged is known by the name that it had, too; its slug belongs to a redirect.
        var merged = (await db.Mergers.Select(m => new { m.Kind, Named = new Shelved(m.IntoId, m.Slug, m.Name) }).ToListAsync(cancel)).ToLookup(m => m.Kind, m => m.Named);
        _sections.Fill(await db.Sections.Select(s => new Shelved(s.Id, s.Slug, s.Name)).ToListAsync(cancel));
        _themes.Fill([.. await db.Themes.Select(t => new Shelved(t.Id, t.Slug, t.Name)).ToListAsync(cancel), .. merged[FollowKind.Theme]]);
        _dossiers.Fill([.. await db.Dossiers.Select(d => new Shelved(d.Id, d.Slug, d.Title)).ToListAsync(cancel), .. merged[FollowKind.Dossier]]);
        _authors.Fill([.. await db.Authors.Select(a => new Shelved(a.Id, a.Slug, a.Name)).ToListAsync(cancel), .. merged[FollowKind.Author]]);
        _lastSection = await db.Sections.Where(s => s.ParentId == null).MaxAsync(s => (int?)s.Position, cancel) ?? 0;
    }

    public Placing Place(ImportedArticle article)
    {
        var section = Section(article.Section);
        return new Placing(
            section,
            [.. article.OtherSections.Select(Section).Distinct().Where(id => id != section)],
            [.. article.Themes.Select(Theme).Distinct()],
            article.Dossier is null ? null : Dossier(article.Dossier),
            [.. article.Authors.Select(Author).Distinct()]);
    }

    /// <summary>What was owed is written: counts it.</summary>
    public void Settle(ImportReport report)
    {
        report.SectionsMade += _owed.OfType<Section>().Count();
        report.ThemesMade += _owed.OfType<Theme>().Count();
        report.DossiersMade += _owed.OfType<Dossier>().Count();
        report.AuthorsMade += _owed.OfType<Author>().Count();
        _owed.Clear();
    }

    private Guid Section(string name) => _sections.FindOrMake(name, slug =>
    {
        var section = new Section { Slug = slug, Name = name, Position = ++_lastSection };
        _owed.Add(section);
        return section.Id;
    });

    private Guid Theme(string name) => _themes.FindOrMake(name, slug =>
    {
        var theme = new Theme { Slug = slug, Name = name };
        _owed.Add(theme);
        return theme.Id;
    });

    private Guid Dossier(string title) => _dossiers.FindOrMake(title, slug =>
    {
        var dossier = new Dossier { Slug = slug, Title = title };
        _owed.Add(dossier);
        return dossier.Id;
    });

    private Guid Author(AuthorName author) => _authors.FindOrMake(author.Name, slug =>
    {
        var made = new Author { Slug = slug, Name = author.Name, Function = author.Function };
        _owed.Add(made);
        return made.Id;
    });
}

/// <summary>Where an article stands, by ids; authors in the order of their names.</summary>
internal record Placing(Guid Section, IReadOnlyList<Guid> OtherSections, IReadOnlyList<Guid> Themes, Guid? Dossier, IReadOnlyList<Guid> Authors);

using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Previews.Newsroom;

/// <summary>A page of the site in a frame, as a reader of one class gets it on a screen of one width.</summary>
[StaffMay(StaffAct.Write)]
public class IndexModel(GazetierDb db, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    public static readonly IReadOnlyList<int> Widths = [320, 390, 768, 1024, 1280];

    /// <summary>"une", "article:12", "paru:12", "rubrique:eau", "theme:…", "dossier:…".</summary>
    [BindProperty(Name = "quoi", SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>Number of an article, in the place of what was chosen.</summary>
    [BindProperty(Name = "numero", SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(Name = "classe", SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty(Name = "largeur", SupportsGet = true)]
    public int Width { get; set; }

    /// <summary>Groups of what can be looked at.</summary>
    public IReadOnlyList<PreviewGroup> Choices { get; private set; } = [];

    public AccessClass As { get; private set; }

    /// <summary>Address of what stands in the frame; null where there is no such page.</summary>
    public string? Source { get; private set; }

    /// <summary>The article that is chosen, for the links that belong to it.</summary>
    public long? ArticleId { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        As = PreviewAddress.ClassOf(Code) ?? AccessClass.Visitor;
        Width = Widths.Contains(Width) ? Width : 390;
        What = Number?.Trim() is { Length: > 0 and < 20 } number ? "article:" + number : What ?? "une";
        Number = null;
        Choices = [.. await ArticlesAsync(cancel), .. await ListsAsync(cancel)];
        Source = Choices.SelectMany(group => group.Choices).FirstOrDefault(choice => choice.Key == What)?.Source;
        Response.LetPageFrameOurs();
    }

    /// <summary>The article that was asked for: as it is being written, and as it is out.</summary>
    private async Task<IReadOnlyList<PreviewGroup>> ArticlesAsync(CancellationToken cancel)
    {
        if (What?.Split(':') is not ["article" or "paru", var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.Slug, a.Headline, a.Status, a.PublishedAt }).FirstOrDefaultAsync(cancel) is not { } article)
        {
            return [];
        }

        ArticleId = id;
        var written = await db.Manuscripts.Where(m => m.ArticleId == id).Select(m => m.Headline).FirstOrDefaultAsync(cancel);
        List<PreviewChoice> choices = [new($"article:{id}", t["{0} (tel qu’il s’écrit)", written ?? article.Headline], PreviewAddress.OfWritten(As, id))];
        if (article.Status == ArticleStatus.Published && article.PublishedAt <= clock.GetUtcNow().UtcDateTime)
        {
            choices.Add(new($"paru:{id}", t["{0} (tel qu’il est paru)", article.Headline], PreviewAddress.Of(As, ArticleAddress.Of(id, article.Slug))));
        }

        return [new PreviewGroup(t["Article n° {0}", id], choices)];
    }

    private async Task<IReadOnlyList<PreviewGroup>> ListsAsync(CancellationToken cancel) =>
    [
        new(t["Le journal"], [new("une", t["La une"], PreviewAddress.Of(As, "/"))]),
        GroupOf(t["Rubriques"], "rubrique", "rubriques", (await masthead.SectionsAsync(cancel)).Select(s => (s.Slug, s.Name))),
        GroupOf(t["Thèmes"], "theme", "themes", (await db.Themes.OrderBy(x => x.Name).Select(x => new { x.Slug, x.Name }).ToListAsync(cancel)).Select(x => (x.Slug, x.Name))),
        GroupOf(t["Dossiers"], "dossier", "dossiers", (await db.Dossiers.OrderBy(x => x.Title).Select(x => new { x.Slug, x.Title }).ToListAsync(cancel)).Select(x => (x.Slug, x.Title))),
    ];

    private PreviewGroup GroupOf(string name, string key, string folder, IEnumerable<(string Slug, string Name)> pages) =>
        new(name, [.. pages.Select(page => new PreviewChoice($"{key}:{page.Slug}", page.Name, PreviewAddress.Of(As, $"/{folder}/{page.Slug}/")))]);
}

/// <summary>Pages of one kind that can be looked at.</summary>
public sealed record PreviewGroup(string Name, IReadOnlyList<PreviewChoice> Choices);

/// <summary>A page that can be looked at.</summary>
/// <param name="Source">Its address as a preview.</param>
public sealed record PreviewChoice(string Key, string Name, string Source);

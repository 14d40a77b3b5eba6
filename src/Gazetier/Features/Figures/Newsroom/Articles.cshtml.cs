using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Figures.Newsroom;

/// <summary>The articles that were read, most read first; any of them is found by words of its headline. The CSV holds all.</summary>
[StaffMay(StaffAct.Write)]
public class ArticlesModel(GazetierDb db, Masthead masthead, AudienceFigures draw, Phrases t) : PageModel
{
    public const int Longest = 100;
    private const int Shown = 100;
    private const int InFile = 20_000;

    public Period Period { get; private set; }

    public string Words { get; private set; } = "";

    public Figure Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int? jours, string? q, string? csv, CancellationToken cancel)
    {
        Period = Period.Of(jours, DateOnly.FromDateTime(await masthead.NowAsync(cancel)));
        Words = q?.Trim() is { Length: <= Longest } asked ? asked : "";
        var counts = db.ReadCounts.Where(c => c.ArticleId != ReadCount.NoArticle);
        if (Words.Length > 0)
        {
            var found = await FindAsync(Fold.Of(Words), cancel);
            counts = counts.Where(c => found.Contains(c.ArticleId));
        }

        var most = await counts.MostReadAsync(db, Period, csv is null ? Shown : InFile, cancel);
        Figure = draw.Articles(most, t["Les plus lus"], $"?jours={Period.Days}");
        return this.Answer([Figure], csv, "chiffres");
    }

    /// <summary>Without accents and case, as readers type: neither database compares so by itself.</summary>
    private async Task<List<long>> FindAsync(string words, CancellationToken cancel)
    {
        var read = db.ReadCounts.Within(Period).Views().Select(c => c.ArticleId);
        var headlines = await db.Articles.Where(a => read.Contains(a.Id)).Select(a => new { a.Id, a.Headline }).ToListAsync(cancel);
        return [.. headlines.Where(a => Fold.Of(a.Headline).Contains(words, StringComparison.Ordinal)).Select(a => a.Id).Take(1000)];
    }
}

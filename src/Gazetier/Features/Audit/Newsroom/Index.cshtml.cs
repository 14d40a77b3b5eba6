using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Audit.Newsroom;

/// <summary>The newsroom's record, newest first: by person, kind or article.</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(GazetierDb db, Masthead masthead) : PageModel
{
    private const int Size = 100;

    [BindProperty(Name = "qui", SupportsGet = true)]
    public Guid? Who { get; set; }

    [BindProperty(Name = "quoi", SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(Name = "article", SupportsGet = true)]
    public long? ArticleId { get; set; }

    public IReadOnlyList<Act> Acts { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, Size, 0);

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public bool IsFiltered => Who is not null || !string.IsNullOrEmpty(What) || ArticleId is not null;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancel)
    {
        var acts = db.Acts.AsNoTracking().Answering(new(Who, What, ArticleId));
        Paging = new Paging(number ?? 1, Size, await acts.CountAsync(cancel));
        if (Paging.IsOut)
        {
            return NotFound();
        }

        Acts = await acts.Skip(Paging.Skip).Take(Size).ToListAsync(cancel);
        var people = await db.Acts.Where(a => a.ById != Guid.Empty).Select(a => new { a.ById, a.ByName }).Distinct().ToListAsync(cancel);
        People = [.. people.DistinctBy(p => p.ById).Select(p => (p.ById, p.ByName)).OrderBy(p => p.ByName, StringComparer.CurrentCultureIgnoreCase)];
        Kinds = await db.Acts.Select(a => a.What).Distinct().ToListAsync(cancel);
        Zone = await masthead.ZoneAsync(cancel);
        return Page();
    }

    /// <summary>The question again, for links.</summary>
    public string Query(params (string Name, string Value)[] more)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("qui", Who?.ToString()), ("quoi", What), ("article", ArticleId?.ToString(CultureInfo.InvariantCulture)) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        Array.ForEach(more, one => query.Add(one.Name, one.Value));
        return query.ToString();
    }

    /// <summary>The detail of a line in words; what is a text of somebody's stays as it is.</summary>
    public static string Detail(Act act, Phrases t) => act.What switch
    {
        ActNames.Added or ActNames.RoleChanged or ActNames.Dismissed => string.Join(" → ", act.Detail.Split(" → ")
            .Select(name => Enum.TryParse<StaffRole>(name, out var role) ? StaffRoleNames.Of(role, t) : name)),
        ActNames.SignedIn or ActNames.FactorSet or ActNames.FactorRemoved => string.Join(" ; ", act.Detail.Split("; ").Select(part => Said(part, t))),
        "article.moved" => Enum.TryParse<Stage>(act.Detail, out var stage) ? stage.Name(t) : act.Detail,
        _ => act.Detail,
    };

    private static string Said(string part, Phrases t) => part switch
    {
        nameof(Proof.Passkey) => t["clé d’accès"],
        nameof(Proof.TimeCode) => t["application de codes"],
        nameof(Proof.RecoveryCode) => t["code de secours"],
        _ => part,
    };
}

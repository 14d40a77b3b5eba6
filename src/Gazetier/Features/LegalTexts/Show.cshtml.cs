using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.LegalTexts;

/// <summary>A legal text: who it is and what it is worth, its summary or the wall, and the articles about it.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock, Phrases t) : PageModel
{
    public LegalText Text { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>The part of the summary that is shown to all; all of it where it is free.</summary>
    public string Open { get; private set; } = "";

    /// <summary>The part for the entitled.</summary>
    public string? Withheld { get; private set; }

    public Wall? Wall { get; private set; }

    /// <summary>The articles about it.</summary>
    public ArticleList List { get; private set; } = null!;

    /// <summary>The texts that it amended, repealed or annulled.</summary>
    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    /// <summary>JSON-LD; null where it is no legislation.</summary>
    public string? Legislation { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.LegalTexts.AsNoTracking().Published(now).WithStates().FirstOrDefaultAsync(x => x.Slug == slug, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (!Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(found.Path + Request.QueryString);
        }

        Text = found;
        await MarkAsync(now, cancel);
        Divide(now, (await masthead.ImprintAsync(cancel)).OpenShare);
        await NameProductsAsync(cancel);
        Legislation = LegalTextMetadata.Legislation(found, address.Of(found.Path), Today);
        Effects = await EffectsAsync(now, cancel);
        var list = await ArticleList.ReadAsync(db, found.Id, now, HttpContext, cancel);
        List = list!;
        return list is null ? NotFound() : Page();
    }

    private async Task MarkAsync(DateTime now, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        Today = LocalMoment.DayOf(now, zone);
        HttpContext.Tags().Add([LegalTextTags.Of(Text.Id), LegalTextTags.All]);
        HttpContext.Tags().ExpireAt(masthead.NextMidnight(zone));
        await HttpContext.ExpireAtNextPublicationAsync(db, Text.Id, now, cancel);
    }

    /// <summary>What may not be read never enters the page (G-05).</summary>
    private void Divide(DateTime now, double openShare)
    {
        var (asked, rights) = (Text.Asks, HttpContext.Reader().Rights);
        if (asked.Requirement == Requirement.None)
        {
            Open = French.Typeset(Text.Summary);
            return;
        }

        var cut = Cut.Of(Text.Summary, openShare);
        var decision = Decision.Of(asked, rights, now);
        Open = French.Typeset(cut.Open);
        if (decision.MayReadAll)
        {
            Withheld = French.Typeset(cut.Withheld);
        }
        else if (Text.Summary.Length > 0)
        {
            Wall = new Wall(asked.Requirement, cut, Text.Path, rights.IsRegistered)
            {
                IsNotIncluded = decision.Reason == Reason.NotIncluded,
                Why = asked.Requirement == Requirement.Registration ? t["Analyse réservée aux inscrits : l’inscription est gratuite."] : t["Analyse réservée aux abonnés."],
            };
        }
    }

    private async Task NameProductsAsync(CancellationToken cancel)
    {
        if (Wall is { Asked: Requirement.Subscription })
        {
            Wall = await db.NamedAsync(Wall, Text.Asks, cancel);
            HttpContext.Tags().Add(ProductTags.All);
        }
    }

    private async Task<IReadOnlyList<Effect>> EffectsAsync(DateTime now, CancellationToken cancel)
    {
        var published = db.LegalTexts.Published(now);
        return await db.TextStates.AsNoTracking().Where(s => s.ByTextId == Text.Id).OrderByDescending(s => s.On)
            .Join(published, s => s.LegalTextId, x => x.Id, (s, x) => new Effect(x.Slug, x.Reference, x.Kind, s.Standing, s.On)).ToListAsync(cancel);
    }

    /// <summary>What it did to another text.</summary>
    public sealed record Effect(string Slug, string Reference, LegalTextKind Kind, TextStanding Standing, DateOnly On);
}

using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Mine;

/// <summary>The directory of a club: only who chose to stand in it, only for its members.</summary>
public class DirectoryModel(GazetierDb db, TimeProvider clock, Phrases t) : MembersOnly(db, clock)
{
    /// <summary>Entries on a page.</summary>
    private const int Size = 50;

    [BindProperty(Name = "")]
    public EntryForm Form { get; set; } = new();

    /// <summary>Looks for a name, a function or an organisation.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Sought { get; set; }

    /// <summary>What was done before: "enregistre", "retire".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<ClubMember> Members { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public bool IsListed { get; private set; }

    public string Here => ClubAddress.Mine(Club.Section.Slug, "annuaire");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await TurnAwayAsync(slug, cancel) is { } instead)
        {
            return instead;
        }

        var mine = await MineAsync(cancel);
        Form = mine is null ? new EntryForm { Name = HttpContext.SignedIn()!.DisplayName } : EntryForm.Of(mine);
        await ReadAsync(cancel);
        return Paging.IsOut ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await TurnAwayAsync(slug, cancel) is { } instead)
        {
            return instead;
        }

        var me = HttpContext.SignedIn()!.AccountId;
        if (!Form.Wants)
        {
            await Db.ClubMembers.Where(m => m.ClubId == Club.SectionId && m.AccountId == me).ExecuteDeleteAsync(cancel);
            return LocalRedirect(Here + "?fait=retire");
        }

        if (!Form.Check(ModelState, t))
        {
            await ReadAsync(cancel);
            return this.Refused();
        }

        var entry = await MineAsync(cancel) ?? Db.ClubMembers.Add(new ClubMember { ClubId = Club.SectionId, AccountId = me, Name = "", ListedAt = Now }).Entity;
        Form.CopyTo(entry);
        await Db.SaveChangesAsync(cancel);
        return LocalRedirect(Here + "?fait=enregistre");
    }

    private Task<ClubMember?> MineAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!.AccountId;
        return Db.ClubMembers.FirstOrDefaultAsync(m => m.ClubId == Club.SectionId && m.AccountId == me, cancel);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var all = await (await Db.ListedAsync(Club, Now, cancel)).ToListAsync(cancel);
        IsListed = all.Exists(m => m.AccountId == HttpContext.SignedIn()!.AccountId);
        // Accents and case are folded here: a club has hundreds of members, and both databases fold in other ways.
        var sought = Fold.Of(Printable.Line(Sought ?? ""));
        var found = all.FindAll(m => Fold.Of($"{m.Name} {m.Function} {m.Organisation} {m.About}").Contains(sought, StringComparison.Ordinal));
        // What was sought stands on one page.
        Paging = sought.Length > 0 ? new Paging(1, Math.Max(found.Count, 1), found.Count) : new Paging(GiveKeptPage.PageNumber(Request), Size, found.Count);
        Members = [.. found.OrderBy(m => m.Name, French.Order).Skip(Paging.Skip).Take(Paging.Size)];
    }
}

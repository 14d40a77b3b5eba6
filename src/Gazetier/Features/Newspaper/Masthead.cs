using Gazetier.Data;
using Gazetier.Features.Sections;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newspaper;

/// <summary>What the head and foot of every page need: the imprint, and the sections of the menu. Read once a request.</summary>
public class Masthead(GazetierDb db, TimeProvider clock, LastMasthead last)
{
    /// <summary>Tag of every page: all carry the newspaper's name and menu.</summary>
    public const string Tag = "masthead";

    /// <summary>The database did not answer: the page in hand must not be kept.</summary>
    public bool IsFromMemory { get; private set; }

    private Imprint? _imprint;
    private IReadOnlyList<Section>? _sections;
    private IReadOnlyList<MenuLink>? _menu;

    public async Task<Imprint> ImprintAsync(CancellationToken cancel = default) => _imprint ??= await OrLastAsync(
        async () => last.Imprint = await db.Imprint.AsNoTracking().OrderBy(i => i.Id).FirstOrDefaultAsync(cancel) ?? new Imprint(), () => last.Imprint);

    /// <summary>All sections, in the order of the menu.</summary>
    public async Task<IReadOnlyList<Section>> SectionsAsync(CancellationToken cancel = default) =>
        _sections ??= await OrLastAsync(
            async () => last.Sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel), () => last.Sections);

    /// <summary>What stands in the head and in the foot, in order; in the head, without a choice of the newsroom's, the top sections.</summary>
    public async Task<IReadOnlyList<MenuLink>> MenuAsync(CancellationToken cancel = default) =>
        _menu ??= await OrLastAsync(
            async () => last.Menu = MenuLink.Of(await db.MenuEntries.AsNoTracking().OrderBy(e => e.Position).ToListAsync(cancel), await SectionsAsync(cancel)), () => last.Menu);

    /// <summary>Now, on the newspaper's own clock.</summary>
    public async Task<DateTime> NowAsync(CancellationToken cancel = default) =>
        TimeZoneInfo.ConvertTime(clock.GetUtcNow(), await ZoneAsync(cancel)).DateTime;

    /// <summary>UTC; when the date on the front page changes.</summary>
    public DateTime NextMidnight(TimeZoneInfo zone)
    {
        var tomorrow = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Date.AddDays(1);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(tomorrow) ? tomorrow.AddHours(1) : tomorrow, zone);
    }

    /// <summary>The newspaper's time zone.</summary>
    public async Task<TimeZoneInfo> ZoneAsync(CancellationToken cancel = default) =>
        TimeZoneInfo.FindSystemTimeZoneById((await ImprintAsync(cancel)).TimeZone);

    /// <summary>Whether the terms of sale were written: the foot leads to them. Once they are there they stay.</summary>
    public async Task<bool> HasTermsAsync(CancellationToken cancel = default) =>
        last.HasTerms || await OrLastAsync(async () => last.HasTerms = await db.SalesTerms.AnyAsync(cancel), () => last.HasTerms);

    // The page that says that the database is away needs a head and a foot, too.
    private async Task<T> OrLastAsync<T>(Func<Task<T>> read, Func<T> last)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (DatabaseAway.IsCauseOf(e))
        {
            IsFromMemory = true;
            return last();
        }
    }
}

/// <summary>What this node read last; used only while the database is away.</summary>
public class LastMasthead
{
    public Imprint Imprint { get; set; } = new();

    public bool HasTerms { get; set; }

    public IReadOnlyList<Section> Sections { get; set; } = [];

    public IReadOnlyList<MenuLink> Menu { get; set; } = [];
}

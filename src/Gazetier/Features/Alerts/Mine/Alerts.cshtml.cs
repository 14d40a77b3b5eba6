using System.ComponentModel.DataAnnotations;
using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Consents;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Follows;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Newspaper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Alerts.Mine;

/// <summary>How a reader wants alerts: which follows bring them, when not, how many a day; and which left lately.</summary>
public class AlertsModel(GazetierDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    private const int Shown = 10;

    [BindProperty]
    [Range(0, 23, ErrorMessage = "Choisissez une heure entre 0 h et 23 h.")]
    public int QuietFrom { get; set; }

    [BindProperty]
    [Range(0, 23, ErrorMessage = "Choisissez une heure entre 0 h et 23 h.")]
    public int QuietUntil { get; set; }

    [BindProperty]
    [Range(1, AlertSettings.MostPerDay, ErrorMessage = "Choisissez de 1 à 20 alertes par jour.")]
    public int PerDay { get; set; }

    [BindProperty]
    public bool IsOff { get; set; }

    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>What is followed at once, by name.</summary>
    public IReadOnlyList<string> Followed { get; private set; } = [];

    /// <summary>The last alerts of this reader, the newest first.</summary>
    public IReadOnlyList<PastAlert> Lately { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        var settings = await db.AlertSettings.AsNoTracking().FirstOrDefaultAsync(s => s.AccountId == account, cancel) ?? new AlertSettings();
        (QuietFrom, QuietUntil, PerDay, IsOff) = (settings.QuietFrom, settings.QuietUntil, settings.PerDay, settings.IsOff);
        await ShowAsync(account, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = HttpContext.SignedIn()!.AccountId;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync(account, cancel);
            return Page();
        }

        await db.InTransactionAsync(
            async token =>
            {
                var settings = await db.AlertSettings.FirstOrDefaultAsync(s => s.AccountId == account, token) ?? db.AlertSettings.Add(new AlertSettings { AccountId = account }).Entity;
                if (settings.IsOff != IsOff)
                {
                    db.Consent(account, Delivery.Alerts, !IsOff, IsOff ? "Ne m’envoyer aucune alerte pour le moment" : "Alertes reprises", AlertLists.Settings, clock.GetUtcNow().UtcDateTime);
                }

                (settings.QuietFrom, settings.QuietUntil, settings.PerDay, settings.IsOff) = (QuietFrom, QuietUntil, PerDay, IsOff);
            },
            cancel);
        return LocalRedirect(AlertLists.Settings + "?fait=1");
    }

    private async Task ShowAsync(Guid account, CancellationToken cancel)
    {
        Zone = await masthead.ZoneAsync(cancel);
        var follows = await db.Follows.AsNoTracking().Where(f => f.AccountId == account && f.Rhythm == FollowRhythm.AtOnce).ToListAsync(cancel);
        var names = await db.NamesAsync(follows, cancel);
        Followed = [.. follows.Select(f => f.Label ?? names.GetValueOrDefault(f.SubjectId)).OfType<string>().Order(Text.French.Order)];
        var lately = await db.Deliveries.AsNoTracking().Where(d => d.AccountId == account && d.Issue.List == Delivery.Alerts && d.State != DeliveryState.Dropped)
            .OrderByDescending(d => d.NotBefore).Take(Shown)
            .Select(d => new { d.Issue.Key, Alert = new PastAlert(d.Issue.Title, "/" + d.Articles + "/", d.ClosedAt ?? d.NotBefore, d.State == DeliveryState.Waiting) }).ToListAsync(cancel);
        var states = lately.Select(past => Alert.StateOf(past.Key)).OfType<Guid>().ToList();
        var texts = await db.TextStates.Where(s => states.Contains(s.Id)).Join(db.LegalTexts, s => s.LegalTextId, x => x.Id, (s, x) => new { s.Id, x.Slug }).ToDictionaryAsync(s => s.Id, s => LegalTextAddress.Of(s.Slug), cancel);
        Lately = lately.ConvertAll(past => Alert.StateOf(past.Key) is { } state ? past.Alert with { Path = texts.GetValueOrDefault(state, LegalTextAddress.All) } : past.Alert);
    }

    /// <summary>One alert.</summary>
    /// <param name="At">UTC; when it left, or will.</param>
    public sealed record PastAlert(string Headline, string Path, DateTime At, bool IsWaiting);
}

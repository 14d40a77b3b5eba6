using System.Text;
using Gazetier.Data;
using Gazetier.Features.Bounces;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Digests;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gazetier.Tests.Features.Bounces;

/// <summary>A morning whose editions come back.</summary>
public static class ReturnedMorning
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Camille, Noé and Lou follow water; their first edition has left.</summary>
    public static async Task<Site> PostedAsync(params (string Name, string Value)[] settings)
    {
        var site = await Site.OpenAsync(configure: null, settings);
        foreach (var reader in new[] { Newsroom.Camille, Newsroom.Noe, Newsroom.Lou })
        {
            await site.FollowAsync(reader, Frequency.EachMorning, Morning.Theme(Newsroom.Water));
        }

        site.Clock.SetUtcNow(Morning.Seven);
        await site.IssueAsync();
        return site;
    }

    /// <summary>A day later, with something new to read.</summary>
    public static async Task NextMorningAsync(this Site site)
    {
        await site.PublishAsync("Encore de l’eau", site.Now.AddHours(1));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.IssueAsync();
    }

    /// <summary>The envelope's sender of a reader's last delivery.</summary>
    public static async Task<string> EnvelopeAsync(this Site site, Guid reader)
    {
        var id = await site.DoAsync(db => db.Deliveries.Where(d => d.AccountId == reader).OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync());
        var addresses = await BounceAddress.LoadAsync(site.Services.GetRequiredService<SecretKeys>(), site.Services.GetRequiredService<NewspaperOptions>(), None);
        return addresses.Of(id);
    }

    public static Task<Receipt> ReceiveAsync(this Site site, string message, string? envelope = null) =>
        site.WithAsync<ReceiveReturned, Receipt>(receive => receive.RunAsync(Encoding.UTF8.GetBytes(message), envelope, None));

    /// <summary>A reader's last edition comes back with a status.</summary>
    public static async Task<Receipt> ComesBackAsync(this Site site, Guid reader, string status) =>
        await site.ReceiveAsync(ReadReturnedTests.Report(await site.EnvelopeAsync(reader), "somebody@elsewhere.example", status));

    /// <summary>A reader calls their last edition spam.</summary>
    public static async Task<Receipt> ComplainsAsync(this Site site, Guid reader) => await site.ReceiveAsync(Complaint(await site.EnvelopeAsync(reader)));

    public static string Complaint(string envelope) => string.Join("\r\n",
        "From: feedback@fai.example",
        "To: abuse@courrier.example",
        "Subject: complaint",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "This is an email abuse report.",
        "",
        "--b",
        "Content-Type: message/feedback-report",
        "",
        "Feedback-Type: abuse",
        "User-Agent: FAI/1.0",
        "Version: 1",
        $"Original-Mail-From: <{envelope}>",
        "",
        "--b",
        "Content-Type: message/rfc822",
        "",
        "From: lettres@courrier.example",
        "To: redacted@fai.example",
        "Subject: Ma Gazette",
        "",
        "Bonjour",
        "",
        "--b--",
        "");
}

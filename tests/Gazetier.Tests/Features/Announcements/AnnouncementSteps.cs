using Gazetier.Features.Announcements;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Places;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests.Features.Announcements;

/// <summary>A few tenders and jobs for the cast.</summary>
internal static class AnnouncementSteps
{
    public const string Mine = "/mon-compte/annonces";
    public const string Bureau = "/redaction/annonces";

    public static Announcement Tender(Site site, string title = "Réfection des toitures de l’école", string? place = "73", int days = 20) => Made(site, AnnouncementKind.Tender, title, place, days);

    public static Announcement Job(Site site, string title = "Directeur des services techniques", string? place = "59350", int days = 20) => Made(site, AnnouncementKind.Job, title, place, days);

    /// <summary>Keeps them as they are; kept pages hear of it.</summary>
    public static async Task AddAsync(this Site site, params Announcement[] announcements)
    {
        await site.WithAsync<OpenPlaces, IReadOnlyList<Guid>>(places => places.RunAsync([.. announcements.Select(a => a.PlaceId).OfType<Guid>().Distinct()], CancellationToken.None));
        await site.DoAsync(async db =>
        {
            db.Announcements.AddRange(announcements);
            Gazetier.Changes.ChangeLog.Append(db, site.Now, "announcement.created", AnnouncementQueries.Tag);
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
    }

    public static Task<Posted> PostAnnouncementsAsync(this Site site) => site.WithAsync<IssueAnnouncements, Posted>(issue => issue.RunAsync(CancellationToken.None));

    public static Task<List<Announcement>> AnnouncementsAsync(this Site site) => site.DoAsync(db => db.Announcements.AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    private static Announcement Made(Site site, AnnouncementKind kind, string title, string? place, int days)
    {
        var made = new Announcement
        {
            Kind = kind,
            Title = title,
            Organisation = "Ville de Valmorel",
            Reference = "REF-1",
            PlaceId = place is null ? null : Gazetteer.Find(place)[0].Id,
            Nature = kind == AnnouncementKind.Tender ? TenderNature.Works : null,
            Grade = "Ingénieur",
            Text = "Les **lots** sont séparés.",
            PublishedAt = site.Now,
            ChangedAt = site.Now,
            DeadlineAt = site.Now.AddDays(days),
        };
        made.Index();
        return made;
    }
}

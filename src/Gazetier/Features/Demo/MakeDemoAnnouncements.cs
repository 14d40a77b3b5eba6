using Gazetier.Data;
using Gazetier.Features.Announcements;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Places;

namespace Gazetier.Features.Demo;

/// <summary>The tenders and jobs of the demonstration: their dates are counted from the day on which it is made.</summary>
public class MakeDemoAnnouncements(GazetierDb db, OpenPlaces places, Masthead masthead)
{
    /// <summary>In the caller's transaction.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancel)
    {
        var zone = await masthead.ZoneAsync(cancel);
        var made = DemoFiles.Announcements().Select(demo => Made(demo, now, zone)).OrderBy(a => a.PublishedAt).ToList();
        await places.RunAsync([.. made.Select(a => a.PlaceId!.Value).Distinct()], cancel);
        db.Announcements.AddRange(made);
        await db.SaveChangesAsync(cancel);
    }

    private static Announcement Made(DemoAnnouncement demo, DateTime now, TimeZoneInfo zone)
    {
        var published = DemoClock.At(demo.Published, now, zone);
        var made = new Announcement
        {
            Kind = Enum.Parse<AnnouncementKind>(demo.Kind),
            Title = demo.Title,
            Organisation = demo.Organisation,
            Locality = demo.Locality,
            PlaceId = Gazetteer.Find(demo.Place)[0].Id,
            Reference = demo.Reference,
            Nature = demo.Nature is { } nature ? Enum.Parse<TenderNature>(nature) : null,
            Branch = demo.Branch,
            Grade = demo.Grade,
            Contract = demo.Contract,
            Link = demo.Link,
            Text = demo.Text,
            DeadlineAt = DemoClock.Ahead(demo.Deadline, now, zone),
            PublishedAt = published,
            ChangedAt = published,
        };
        made.Index();
        return made;
    }
}

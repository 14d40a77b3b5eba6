using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Exams;

/// <summary>The exams to come as a calendar: the last day of registration, and the day of each.</summary>
public class ExamCalendar(GazetierDb db, Masthead masthead, PublicAddress address, TimeProvider clock)
{
    public const string Path = "/concours/concours.ics";

    public async Task<byte[]> WriteAsync(PageTags tags, CancellationToken cancel)
    {
        var (now, zone) = (clock.GetUtcNow().UtcDateTime, await masthead.ZoneAsync(cancel));
        var today = LocalMoment.DayOf(now, zone);
        tags.Add(ExamTags.All, Masthead.Tag);
        tags.ExpireAt(masthead.NextMidnight(zone));
        var exams = await db.Exams.AsNoTracking().Where(e => e.HeldOn >= today).OrderBy(e => e.HeldOn).ThenBy(e => e.Slug).Take(500).ToListAsync(cancel);
        var name = (await masthead.ImprintAsync(cancel)).Name;
        // Dated to the day: as long as nothing changes, the bytes stay what they are, and with them their tag.
        return CalendarFile.Write($"{Phrases.OfPaper["Concours"]} — {name}", exams.SelectMany(exam => DaysOf(exam, Phrases.OfPaper, now.Date)));
    }

    private IEnumerable<CalendarEntry> DaysOf(Exam exam, Phrases t, DateTime now)
    {
        var about = string.Join('\n', new[] { exam.Organiser, exam.Link, address.Of("/concours/") }.Where(line => line.Length > 0));
        if (exam.RegistrationUntil is { } last)
        {
            yield return CalendarEntry.OfDay($"{exam.Id:N}-inscription", last, t["Dernier jour d’inscription : {0}", exam.Name], about, "", now);
        }

        yield return CalendarEntry.OfDay($"{exam.Id:N}-epreuves", exam.HeldOn, t["Épreuves : {0}", exam.Name], about, exam.Town, now);
    }
}

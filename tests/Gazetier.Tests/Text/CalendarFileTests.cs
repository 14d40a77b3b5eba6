using System.Text;
using CsCheck;
using Gazetier.Text;
using Ical.Net;
using Shouldly;

namespace Gazetier.Tests.Text;

/// <summary>RFC 5545: no text begins a line of its own, a day ends when the next begins, times are UTC.</summary>
public class CalendarFileTests
{
    private static readonly DateTime Now = Newsroom.Now.UtcDateTime;

    [Fact]
    public void Whatever_is_written_is_one_entry_and_reads_as_one() => Gen.String.Sample(text =>
    {
        var file = Write(CalendarEntry.OfDay("1", new DateOnly(2026, 12, 31), text, text, text, Now));
        Calendar.Load(file)!.Events.Count.ShouldBe(1);
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        unfolded.Count(line => line.StartsWith("BEGIN:VEVENT", StringComparison.Ordinal)).ShouldBe(1);
        unfolded.Count(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1);
        unfolded.ShouldAllBe(line => line.Length == 0 || line.Contains(':', StringComparison.Ordinal));
    });

    [Fact]
    public void A_day_ends_when_the_next_begins_and_what_was_said_is_read_again()
    {
        var file = Write(CalendarEntry.OfDay("1", new DateOnly(2026, 12, 31), "Épreuves, à Lille; salle 2", "a\nb", "Lille", Now));
        file.ShouldContain("DTSTART;VALUE=DATE:20261231\r\n");
        file.ShouldContain("DTEND;VALUE=DATE:20270101\r\n");
        var read = Calendar.Load(file)!.Events.Single()!;
        (read.Summary, read.Description, read.Location).ShouldBe(("Épreuves, à Lille; salle 2", "a\nb", "Lille"));
    }

    [Fact]
    public void Times_are_utc_and_what_is_called_off_says_so()
    {
        var file = Write(new CalendarEntry("1", "Petit déjeuner", "", "En ligne", Now, Now.AddHours(1), Now) { IsCancelled = true, Url = "https://exemple.fr/agenda/x/" });
        file.ShouldContain("DTSTART:20261123T043000Z\r\n");
        file.ShouldContain("STATUS:CANCELLED\r\n");
    }

    private static string Write(CalendarEntry entry) => Encoding.UTF8.GetString(CalendarFile.Write("Agenda", [entry]));
}

using System.Text;
using CsCheck;
using Gazetier.Features.Exams;
using Shouldly;

namespace Gazetier.Tests.Features.Exams;

/// <summary>RFC 5545: lines of 75 bytes at most, ended by CRLF, and no text that could begin a line of its own.</summary>
public class CalendarFileTests
{
    [Fact]
    public void Whatever_is_written_lines_are_short_and_unfold_to_what_was_said() => Gen.String.Sample(text =>
    {
        var file = Encoding.UTF8.GetString(CalendarFile.Write("Concours", [new CalendarDay("1", new DateOnly(2026, 12, 31), text, "", "")], Newsroom.Now.UtcDateTime));
        var lines = file.Split("\r\n");
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= CalendarFile.LongestLine);
        lines[^1].ShouldBeEmpty();
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        unfolded.Count(line => line.StartsWith("BEGIN:VEVENT", StringComparison.Ordinal)).ShouldBe(1);
        unfolded.Count(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)).ShouldBe(1);
        unfolded.ShouldAllBe(line => line.Length == 0 || line.Contains(':', StringComparison.Ordinal));
    });

    [Fact]
    public void A_day_ends_when_the_next_begins()
    {
        var file = Encoding.UTF8.GetString(CalendarFile.Write("C", [new CalendarDay("1", new DateOnly(2026, 12, 31), "Épreuves, à Lille; salle 2", "Lille", "a\nb")], Newsroom.Now.UtcDateTime));
        file.ShouldContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
        file.ShouldContain("SUMMARY:Épreuves\\, à Lille\\; salle 2\r\n");
        file.ShouldContain("DESCRIPTION:a\\nb\r\n");
    }
}

using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Imports;

public class ImportDateTests
{
    // Now is Monday 23 November 2026, 4:30 UTC.
    [Theory]
    [InlineData("2021-12-09", "2021-12-09T12:00:00Z")]
    [InlineData("2026-11-23", "2026-11-22T23:00:00Z")]
    [InlineData("2026-11-24", "2026-11-24T12:00:00Z")]
    [InlineData("2024-07-14T08:00", "2024-07-14T06:00:00Z")]
    [InlineData("2024-03-31T02:30:00", "2024-03-31T01:30:00Z")]
    [InlineData("2024-07-14T08:00:00+04:00", "2024-07-14T04:00:00Z")]
    [InlineData("2024-07-14T08:00:00.1234567Z", "2024-07-14T08:00:00Z")]
    public async Task A_date_is_read_on_the_newspapers_clock(string said, string instant)
    {
        await using var site = await Site.OpenAsync();
        using var file = new ImportFile();
        await file.Write(ImportFile.Line("a", ("date", said))).RunAsync(site);
        var at = await site.DoAsync(db => db.Articles.Where(a => a.ImportKey == "articles:a").Select(a => a.PublishedAt).SingleAsync());
        at.ShouldBe(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime);
    }
}

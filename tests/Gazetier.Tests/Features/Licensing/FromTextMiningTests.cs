using Gazetier.Features.Licensing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace Gazetier.Tests.Features.Licensing;

public class FromTextMiningTests
{
    [Theory]
    [InlineData("ALTER TABLE \"Imprint\" ADD COLUMN \"ReservesTextMining\" BOOLEAN NOT NULL DEFAULT TRUE", RobotChoice.Refused)]
    [InlineData("ALTER TABLE \"Imprint\" ADD COLUMN \"ReservesTextMining\" BOOLEAN NOT NULL DEFAULT FALSE", RobotChoice.Allowed)]
    public async Task The_setting_of_before_becomes_whether_training_is_refused(string column, RobotChoice training)
    {
        await using var site = await Site.OpenAsync();
        await site.DoAsync(async db =>
        {
            // The column as it was before the migration.
            await db.RobotSettings.ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync(column);
            await db.Database.ExecuteSqlRawAsync(FromTextMining.Sql);
        });
        var setting = await site.DoAsync(db => db.RobotSettings.SingleAsync());
        setting.Line.ShouldBe(default(RobotLine) with { Training = training });
        (setting.Terms, setting.Version).ShouldBe(("", 1));
    }
}

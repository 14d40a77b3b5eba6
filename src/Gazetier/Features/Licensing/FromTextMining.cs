namespace Gazetier.Features.Licensing;

/// <summary>The setting of before, <c>Imprint.ReservesTextMining</c>, became this one: whether training is refused. For the migration only.</summary>
public static class FromTextMining
{
    /// <summary>Before the column goes. The same words on both databases.</summary>
    public const string Sql =
        """
        INSERT INTO "RobotSettings" ("Id", "Search", "LinkPreview", "Training", "Answers", "Archive", "Terms", "ChangedAt", "Version")
        SELECT 1, 'Allowed', 'Allowed', CASE WHEN "ReservesTextMining" THEN 'Refused' ELSE 'Allowed' END, 'Allowed', 'Allowed', '', CURRENT_TIMESTAMP, 1
        FROM "Imprint" WHERE "Id" = 1
        """;
}

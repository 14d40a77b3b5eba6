namespace Gazetier.Features.Access;

/// <summary>How much is given away: free articles of the month, gifts. One row, set by the newsroom. Nothing, at first.</summary>
public class AccessRules
{
    /// <summary>A month's free articles are no more.</summary>
    public const int MostFree = 30;

    /// <summary>A desk computer, a laptop, a telephone, and two more.</summary>
    public const int DefaultSessions = 5;

    /// <summary>More would be no cap.</summary>
    public const int MostSessions = 100;

    /// <summary>Always 1.</summary>
    public int Id { get; set; } = 1;

    /// <summary>Reserved articles that a visitor reads whole each month. 0: none.</summary>
    public int FreeForVisitors { get; set; }

    /// <summary>The same for who has an account.</summary>
    public int FreeForRegistered { get; set; }

    /// <summary>Articles that a subscriber may give each month. 0: none.</summary>
    public int GiftsAMonth { get; set; } = 5;

    /// <summary>Days that a gift can be opened.</summary>
    public int GiftDays { get; set; } = 14;

    /// <summary>Browsers that may open one gift.</summary>
    public int GiftOpenings { get; set; } = 10;

    /// <summary>Sessions that an account has at once which reads by a seat, unless its contract says otherwise. 0: as many as it likes.</summary>
    public int SessionsOfSeat { get; set; } = DefaultSessions;

    /// <summary>What readers of one class get for nothing each month.</summary>
    public int FreeArticles(bool isRegistered) => isRegistered ? FreeForRegistered : FreeForVisitors;
}

namespace Gazetier.Features.Partners;

/// <summary>What somebody wrote to a partner through an insertion's form. It is sent to the partner once, kept for thirty days, and goes.</summary>
public class Lead
{
    public const int MaxName = 120;
    public const int MaxMessage = 2_000;
    public const int DaysKept = 30;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public int InsertionNumber { get; set; }

    public Insertion Insertion { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public string Function { get; set; } = "";

    public string Organisation { get; set; } = "";

    public required string Message { get; set; }
}

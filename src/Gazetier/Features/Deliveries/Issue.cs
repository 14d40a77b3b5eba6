namespace Gazetier.Features.Deliveries;

/// <summary>Numéro: one posting of one digest or newsletter. Its recipients are its deliveries.</summary>
public class Issue
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>"digest/2026-11-23T06:00Z": the same slot is composed once, whoever asks.</summary>
    public required string Key { get; set; }

    /// <summary>What is posted: "digest", or a newsletter's slug.</summary>
    public required string List { get; set; }

    public required string Title { get; set; }
    public DateTime CreatedAt { get; set; }
}

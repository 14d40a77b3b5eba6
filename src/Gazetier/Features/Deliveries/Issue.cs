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

    public IssueState State { get; set; } = IssueState.Running;

    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; when deliveries were last written into it. One that was composed lately may get more, and is not done.</summary>
    public DateTime ComposedAt { get; set; }

    /// <summary>UTC; when its last delivery was closed, or when it was stopped.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>What becomes of the deliveries of an issue that still wait.</summary>
public enum IssueState
{
    Running,

    /// <summary>Nothing leaves until somebody resumes it.</summary>
    Paused,

    /// <summary>What had not left is dropped; for good.</summary>
    Stopped,

    /// <summary>Every delivery is closed.</summary>
    Done,
}

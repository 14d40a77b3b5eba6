namespace Gazetier.Mail;

/// <summary>A mail before it becomes MIME: what it says, to whom.</summary>
public record Email
{
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }

    /// <summary>Without the angle brackets. The same for the same thing to the same reader, so that a repetition shows.</summary>
    public required string MessageId { get; init; }

    /// <summary>"bounce+token@domain"; null: the sender's address.</summary>
    public string? EnvelopeFrom { get; init; }

    /// <summary>Further headers, List-Unsubscribe and the like.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What goes along with it.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
}

/// <summary>A file that goes along with a mail.</summary>
/// <param name="Name">ASCII: "devis-DEV-7K3F9-2QDX5.pdf".</param>
public sealed record AttachedFile(string Name, string ContentType, byte[] Content)
{
    public static AttachedFile Pdf(string name, byte[] content) => new(name + ".pdf", "application/pdf", content);
}

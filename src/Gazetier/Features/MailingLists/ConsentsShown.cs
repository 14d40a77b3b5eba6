namespace Gazetier.Features.MailingLists;

/// <summary>The table of one reader's consents.</summary>
public sealed record ConsentsShown(IReadOnlyList<ConsentLine> Lines, TimeZoneInfo Zone);

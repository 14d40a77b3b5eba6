using Gazetier.Web;

namespace Gazetier.Features.Deliveries.Mails;

/// <summary>Whom a mail greets.</summary>
/// <param name="Name">As the reader wrote it; may be empty.</param>
public sealed record Recipient(Guid AccountId, string Name, Language Language);

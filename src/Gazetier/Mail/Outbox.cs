using System.Text.Json;
using Gazetier.Data;

namespace Gazetier.Mail;

/// <summary>Owes a mail, within whatever the caller is about to save.</summary>
public static class Outbox
{
    /// <param name="arguments">What the composer needs to know; never a secret.</param>
    /// <returns>The row, for whoever keeps what becomes of it.</returns>
    public static OutgoingMail Owe(this GazetierDb db, DateTime now, string kind, string to, object? arguments = null) =>
        db.OutgoingMails.Add(new OutgoingMail
        {
            Kind = kind,
            To = to,
            Arguments = arguments is null ? "{}" : JsonSerializer.Serialize(arguments),
            CreatedAt = now,
            NotBefore = now,
        }).Entity;

    /// <summary>What can be taken now: owed, due, and held by nobody.</summary>
    public static IQueryable<OutgoingMail> Due(this IQueryable<OutgoingMail> mails, DateTime now) =>
        mails.Where(m => m.ClosedAt == null && m.NotBefore <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now));
}

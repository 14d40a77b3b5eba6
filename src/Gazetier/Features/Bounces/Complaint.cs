namespace Gazetier.Features.Bounces;

/// <summary>Reads a complaint by the Abuse Reporting Format (RFC 5965): the reader pressed "this is spam" (E-05).</summary>
public static class Complaint
{
    /// <summary>Null where the message is no report of this kind.</summary>
    public static IReadOnlyList<Bounce>? Read(ReturnedParts parts)
    {
        if (parts.Feedback is not { } fields)
        {
            return null;
        }

        var type = fields["Feedback-Type"]?.Trim() ?? "abuse";
        // "not-spam" takes a complaint back; "auth-failure" and "dmarc" are about signatures.
        var kind = type.ToLowerInvariant() is "abuse" or "fraud" or "opt-out" or "opt-out-list" or "complaint" or "virus" or "other" or "miscategorized" ? BounceKind.Complaint : BounceKind.None;
        var named = fields.Where(header => header.Field.Equals("Original-Rcpt-To", StringComparison.OrdinalIgnoreCase) || header.Field.Equals("Removal-Recipient", StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => AddressesIn.Text(header.Value)).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count == 0)
        {
            named = [AddressesIn.First(parts.Returned.FirstOrDefault(header => header.Key.Equals("To", StringComparison.OrdinalIgnoreCase)).Value ?? "")];
        }

        return [.. named.Select(recipient => new Bounce(kind, recipient, "", Words.OneLine(type + " " + fields["User-Agent"])))];
    }
}

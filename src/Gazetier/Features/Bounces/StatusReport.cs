using MimeKit;

namespace Gazetier.Features.Bounces;

/// <summary>Reads a delivery status notification (RFC 3464): one group of fields for each recipient.</summary>
public static class StatusReport
{
    /// <summary>Null where the message holds none that can be read.</summary>
    public static IReadOnlyList<Bounce>? Read(ReturnedParts parts)
    {
        var sections = Sections.Of(parts.Text);
        var bounces = parts.Groups.Where(IsOfRecipient).Select(group => Read(group, parts.Text, sections)).ToList();
        return bounces.Count == 0 ? null : bounces;
    }

    private static bool IsOfRecipient(HeaderList group) => Field(group, "Final-Recipient").Length > 0 || Field(group, "Original-Recipient").Length > 0
        || (Field(group, "Action").Length > 0 && Field(group, "Status").Length > 0);

    private static Bounce Read(HeaderList group, string text, IReadOnlyList<(string Recipient, string Text)> sections)
    {
        var action = Field(group, "Action").Split(' ', '(', ';')[0].ToLowerInvariant();
        string[] recipients = [Field(group, "X-Actual-Recipient"), Field(group, "Final-Recipient"), Field(group, "Original-Recipient")];
        var recipient = recipients.Select(AddressesIn.First).FirstOrDefault(address => address.Length > 0) ?? AddressesIn.First(text);
        // What is said of this recipient; without that, what is said at all.
        var said = sections.FirstOrDefault(section => section.Recipient == recipient).Text ?? text;
        var status = Words.StatusIn(Field(group, "Status"));
        var diagnostic = Field(group, "Diagnostic-Code");
        var semicolon = diagnostic.IndexOf(';', StringComparison.Ordinal);
        diagnostic = semicolon is >= 0 and < 20 ? diagnostic[(semicolon + 1)..].Trim() : diagnostic;
        // Delivered, relayed, expanded; and delayed: the server still tries.
        var kind = action is "delivered" or "relayed" or "expanded" or "delayed" || status.StartsWith('2')
            ? BounceKind.None
            : Verdict.Of(diagnostic, said, status);
        return new Bounce(kind, recipient, status.Length > 0 ? status : Words.StatusIn(diagnostic), Words.OneLine(diagnostic.Length > 0 ? diagnostic : said));
    }

    private static string Field(HeaderList group, string name) => group[name]?.Trim() ?? "";
}

using Gazetier.Mail.Wire;

namespace Gazetier.Features.Deliveries.Mails;

/// <summary>One part of a mail that many mails share: an article, a text, a picture.</summary>
public sealed record MailBlock(string Html, string Text)
{
    /// <summary>As it goes over the wire, encoded once for all its readers.</summary>
    public ReadOnlyMemory<byte> WireHtml { get => field.IsEmpty ? field = QuotedPrintable.Encode(Html) : field; }

    /// <inheritdoc cref="WireHtml"/>
    public ReadOnlyMemory<byte> WireText { get => field.IsEmpty ? field = QuotedPrintable.Encode(Text) : field; }
}

using MimeKit;

namespace Gazetier.Features.Bounces;

/// <summary>A returned message taken apart: the words for people, the fields for machines, and the head of what is returned.</summary>
public sealed class ReturnedParts
{
    private const int MostParts = 60;

    /// <summary>Characters of text that are read.</summary>
    private const int MostText = 64 * 1024;

    private readonly List<string> _texts = [];
    private readonly List<KeyValuePair<string, string>> _returned = [];
    private readonly List<HeaderList> _groups = [];
    private int _seen;

    private ReturnedParts()
    {
    }

    /// <summary>Groups of fields of a delivery report: the first is about the message, the others about its recipients.</summary>
    public IReadOnlyList<HeaderList> Groups => _groups;

    /// <summary>Fields of a complaint; null where it is none.</summary>
    public HeaderList? Feedback { get; private set; }

    /// <summary>Fields of the mail that is returned.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Returned => _returned;

    /// <summary>Envelope senders that the report names.</summary>
    public IEnumerable<string> Envelopes => Feedback?.Where(header => header.Field.Equals("Original-Mail-From", StringComparison.OrdinalIgnoreCase)).Select(header => header.Value) ?? [];

    /// <summary>What is written for people, without what is returned.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the message says that it is a report.</summary>
    public bool IsReport { get; private set; }

    public static ReturnedParts Of(MimeMessage message)
    {
        var parts = new ReturnedParts();
        parts.IsReport = message.Body is MultipartReport;
        parts.Take(message.Body);
        parts.Text = TextOfReport.Cut(string.Join('\n', parts._texts), parts._returned);
        return parts;
    }

    private void Take(MimeEntity? entity)
    {
        if (entity is null || ++_seen > MostParts)
        {
            return;
        }

        switch (entity)
        {
            case MessageDeliveryStatus status:
                _groups.AddRange(GroupsOf(status));
                break;
            case MessageFeedbackReport feedback:
                Feedback ??= feedback.Fields;
                break;
            case Multipart { Count: 0, Preamble: { } whole }:
                // The boundaries are damaged: all of it is text.
                _texts.Add(whole.Length > MostText ? whole[..MostText] : whole);
                break;
            case Multipart several:
                foreach (var part in several)
                {
                    Take(part);
                }

                break;
            case MessagePart { Message: { } returned }:
                // Some servers hang a report into a report.
                if (returned.Body is MultipartReport && _groups.Count == 0)
                {
                    Take(returned.Body);
                }
                else
                {
                    _returned.AddRange(returned.Headers.Select(header => KeyValuePair.Create(header.Field, header.Value)));
                }

                break;
            case TextPart text:
                TakeText(text);
                break;
            case MimePart part when part.ContentType.MimeType.StartsWith("message/", StringComparison.OrdinalIgnoreCase):
                TakeText(new TextPart("plain") { Content = part.Content });
                break;
        }
    }

    private void TakeText(TextPart part)
    {
        var text = part.Text ?? "";
        text = text.Length > MostText ? text[..MostText] : text;
        if (part.ContentType.MimeType.Equals("text/rfc822-headers", StringComparison.OrdinalIgnoreCase) || part.ContentType.MediaSubtype.StartsWith("rfc822", StringComparison.OrdinalIgnoreCase))
        {
            _returned.AddRange(TextOfReport.Headers(text));
        }
        else
        {
            _texts.Add(part.IsHtml ? TextOfReport.WithoutTags(text) : text);
        }
    }

    private static IEnumerable<HeaderList> GroupsOf(MessageDeliveryStatus status)
    {
        try
        {
            return [.. status.StatusGroups.Take(200)];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}

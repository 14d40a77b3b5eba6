using MimeKit;

namespace Gazetier.Mail;

/// <summary>Makes MIME of an <see cref="Email"/>: text and HTML, UTF-8, the headers of the contract.</summary>
public static class Mime
{
    /// <param name="from">"L'Échelon &lt;lettres@exemple.fr&gt;".</param>
    /// <param name="written">Told when all but the end of the mail is written.</param>
    public static MimeMessage Of(Email email, string from, DateTimeOffset now, Action? written = null)
    {
        var message = new MimeMessage { Subject = OneLine(email.Subject), Date = now, MessageId = email.MessageId };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(email.To));
        foreach (var (name, value) in email.Headers)
        {
            message.Headers.Add(name, OneLine(value));
        }

        message.Body = email.Files.Count == 0 ? Said(email, written) : WithFiles(email, written);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static LeavingBody Said(Email email, Action? written) =>
        new("alternative", written) { new TextPart("plain") { Text = email.Text }, new TextPart("html") { Text = email.Html } };

    private static LeavingBody WithFiles(Email email, Action? written)
    {
        var whole = new LeavingBody("mixed", written) { Said(email, null) };
        foreach (var file in email.Files)
        {
            whole.Add(new MimePart(ContentType.Parse(file.ContentType))
            {
                Content = new MimeContent(new MemoryStream(file.Content, writable: false)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = file.Name,
            });
        }

        return whole;
    }

    /// <summary>Where answers of servers go: the envelope's sender.</summary>
    public static MailboxAddress EnvelopeFrom(Email email, string from) =>
        email.EnvelopeFrom is { } envelope ? MailboxAddress.Parse(envelope) : MailboxAddress.Parse(from);

    /// <summary>A headline with a line break in it must not become a header of its own.</summary>
    private static string OneLine(string value) =>
        value.Any(char.IsControl) ? string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)) : value;
}

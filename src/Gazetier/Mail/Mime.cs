using MimeKit;

namespace Gazetier.Mail;

/// <summary>Makes MIME of an <see cref="Email"/>: text and HTML, UTF-8, the headers of the contract.</summary>
public static class Mime
{
    /// <param name="from">"L'Échelon &lt;lettres@exemple.fr&gt;".</param>
    public static MimeMessage Of(Email email, string from, DateTimeOffset now)
    {
        var message = new MimeMessage { Subject = email.Subject, Date = now, MessageId = email.MessageId };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(email.To));
        foreach (var (name, value) in email.Headers)
        {
            message.Headers.Add(name, value);
        }

        message.Body = new BodyBuilder { TextBody = email.Text, HtmlBody = email.Html }.ToMessageBody();
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>Where answers of servers go: the envelope's sender.</summary>
    public static MailboxAddress EnvelopeFrom(Email email, string from) =>
        email.EnvelopeFrom is { } envelope ? MailboxAddress.Parse(envelope) : MailboxAddress.Parse(from);
}

using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using MimeKit;

namespace Gazetier.Features.Accounts.Mails;

/// <summary>Makes a mail of a <see cref="Letter"/>: both parts, the newspaper's name and identity, the headers.</summary>
public class LetterWriter(MailPages pages, Masthead masthead, PublicAddress address, NewspaperOptions options)
{
    /// <summary>The mail that <paramref name="owed"/> stands for; its Message-ID is the same however often it is tried.</summary>
    public async Task<Email> WriteAsync(OutgoingMail owed, Phrases t, Func<string, Letter> write, CancellationToken cancel)
    {
        var imprint = await masthead.ImprintAsync(cancel);
        var letter = write(imprint.Name);
        var identity = imprint.IdentityLines;
        var html = await pages.RenderAsync<LetterMail>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(LetterMail.T)] = t,
            [nameof(LetterMail.Letter)] = letter,
            [nameof(LetterMail.Newspaper)] = imprint.Name,
            [nameof(LetterMail.Home)] = address.Of("/"),
            [nameof(LetterMail.Identity)] = identity,
        });
        return new Email
        {
            To = owed.To,
            Subject = letter.Subject,
            Text = letter.ToText(t, imprint.Name, identity, address.Of("/")),
            Html = html,
            MessageId = $"{owed.Id:N}@{MailboxAddress.Parse(options.Mail.From).Domain}",
            // RFC 3834: no answering machine answers it.
            Headers = [KeyValuePair.Create("Auto-Submitted", "auto-generated")],
        };
    }
}

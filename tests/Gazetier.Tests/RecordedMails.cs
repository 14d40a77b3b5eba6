using System.Collections.Concurrent;
using Gazetier.Mail;
using Gazetier.Mail.Wire;
using MimeKit;

namespace Gazetier.Tests;

/// <summary>A mail server that accepts everything and remembers it. <see cref="Answer"/> makes it refuse.</summary>
public class RecordedMails : IMailTransport, IMailLines
{
    private readonly ConcurrentQueue<Email> _mails = new();

    public IReadOnlyList<Email> All => [.. _mails];

    /// <summary>What it answers to a mail; accepted when nothing is set.</summary>
    public Func<Email, Handover>? Answer { get; set; }

    public Task<Handover> SendAsync(Email email, CancellationToken cancel)
    {
        var handover = AnswerTo(email);
        if (handover.Result == HandoverResult.Accepted)
        {
            _mails.Enqueue(email);
        }

        return Task.FromResult(handover);
    }

    public IMailLine Open() => new Line(this);

    private Handover AnswerTo(Email email) => Answer?.Invoke(email) ?? new Handover(HandoverResult.Accepted, "250 2.0.0 Ok");

    /// <summary>What goes over the wire is read by another maker's library.</summary>
    private static async Task<Email> ReadAsync(WireMail mail)
    {
        using var stream = new MemoryStream(mail.ToBytes());
        using var message = await MimeMessage.LoadAsync(stream);
        HeaderId[] own = [HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion];
        return new Email
        {
            To = mail.To,
            Subject = message.Subject!,
            Text = message.TextBody!.ReplaceLineEndings("\n"),
            Html = message.HtmlBody!.ReplaceLineEndings("\n"),
            MessageId = message.MessageId!,
            EnvelopeFrom = mail.EnvelopeFrom,
            Headers = [.. message.Headers.Where(header => !own.Contains(header.Id)).Select(header => KeyValuePair.Create(header.Field, header.Value))],
        };
    }

    private sealed class Line(RecordedMails mails) : IMailLine
    {
        public async Task<Handover> SendAsync(WireMail mail, Action leaving, CancellationToken cancel)
        {
            var email = await ReadAsync(mail);
            var handover = mails.AnswerTo(email);
            if (handover.Result == HandoverResult.Accepted)
            {
                leaving();
                mails._mails.Enqueue(email);
            }

            return handover;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

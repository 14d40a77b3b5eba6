using System.Collections.Concurrent;
using Gazetier.Mail;

namespace Gazetier.Tests;

/// <summary>A mail server that accepts everything and remembers it. <see cref="Answer"/> makes it refuse.</summary>
public class RecordedMails : IMailTransport
{
    private readonly ConcurrentQueue<Email> _mails = new();

    public IReadOnlyList<Email> All => [.. _mails];

    /// <summary>What it answers to a mail; accepted when nothing is set.</summary>
    public Func<Email, Handover>? Answer { get; set; }

    public async Task<Handover> SendAsync(Email email, CancellationToken cancel)
    {
        var handover = Answer?.Invoke(email) ?? new Handover(HandoverResult.Accepted, "250 2.0.0 Ok");
        if (handover.Result == HandoverResult.Accepted)
        {
            await (email.Leaving?.Invoke(cancel) ?? Task.CompletedTask);
            _mails.Enqueue(email);
        }

        return handover;
    }
}

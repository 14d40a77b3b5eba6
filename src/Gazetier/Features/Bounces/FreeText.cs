using MimeKit;

namespace Gazetier.Features.Bounces;

/// <summary>Reads a bounce that follows no standard: who speaks, about whom, and in which words.</summary>
public static class FreeText
{
    private static readonly string[] Daemons = ["mailer-daemon", "postmaster", "post_master", "mail delivery", "mail-daemon", "maildaemon", "delivery subsystem", "mdaemon", "mail administrator", "mail router", "no-reply@sns", "mailerdaemon", "double-bounce", "mail.delivery"];

    private static readonly string[] Subjects =
    [
        "undeliver", "delivery fail", "failed delivery", "delivery status", "delivery report", "delivery error", "failure notice", "returned mail", "returned to sender", "return to sender", "mail delivery", "mail failure", "mail could not be delivered", "could not be delivered",
        "message you sent blocked", "not delivered", "non-delivery", "nondelivery", "non remis", "échec de la remise", "échec de remise", "non distribu", "delivery has failed", "unzustellbar", "mail error", "mail system error", "message status", "dsn", "warning: could not send", "delivery problem", "email rejected",
        "message delivery has failed", "notificacion", "delivery notification", "mail rejected", "rejected mail", "unable to deliver", "user unknown", "no longer valid", "mail not delivered", "message non délivré", "considered unsolicited", "delivery problems", "メールエラー通知",
    ];

    private static readonly string[] Automatic =
    [
        "out of office", "out of the office", "automatic reply", "auto reply", "autoreply", "auto-reply", "auto response", "autorespons", "autoresponse", "réponse automatique", "reponse automatique", "absence du bureau", "absent", "en congé", "vacation", "away from", "abwesen", "automatische antwort", "auto:", "please confirm", "confirm your", "vérification de votre adresse", "mailinblack", "verify your email",
    ];

    public static IReadOnlyList<Bounce> Read(MimeMessage message, ReturnedParts parts)
    {
        var failed = message.Headers["X-Failed-Recipients"] ?? "";
        var isFailure = failed.Length > 0 || parts.IsReport || IsFromDaemon(message) || Has(message.Subject, Subjects);
        if (!isFailure || (failed.Length == 0 && IsAutomatic(message)))
        {
            return [];
        }

        var sections = Sections.Of(parts.Text).Where(section => Verdict.SaysSomething(section.Text) || Words.StatusIn(section.Text).Length > 0).ToList();
        if (sections.Count > 1)
        {
            return [.. sections.Select(section => Bounced(section.Recipient, section.Text))];
        }

        var recipient = failed.Length > 0 ? AddressesIn.First(failed) : Recipient(message, parts);
        // A daemon that names no reason at all and nobody is writing about something else.
        var isBounce = failed.Length > 0 || Verdict.SaysSomething(parts.Text) || Words.StatusIn(parts.Text).Length > 0 || Words.ReplyIn(parts.Text).Length > 0
            || (Has(message.Subject, Subjects) && recipient.Length > 0);
        return isBounce ? [Bounced(recipient, parts.Text)] : [];
    }

    private static Bounce Bounced(string recipient, string text)
    {
        var (status, said) = (Words.StatusIn(text), Passage(text));
        return new Bounce(Verdict.Of(said, text, status), recipient, status, Words.OneLine(said));
    }

    private static bool IsFromDaemon(MimeMessage message)
    {
        var from = message.Headers["From"] ?? "";
        return Has(from, Daemons) || Has(message.Headers["Return-Path"], Daemons) || message.Headers["Return-Path"]?.Trim() == "<>";
    }

    private static bool IsAutomatic(MimeMessage message)
    {
        var isAnswer = message.Headers.Any(header => header.Field.ToLowerInvariant() is "x-autoreply" or "x-autorespond" or "x-auto-response-suppress-oof" or "x-vacation" or "x-mailinblack")
            || (message.Headers["Precedence"] ?? "").Contains("auto", StringComparison.OrdinalIgnoreCase);
        return isAnswer || Has(message.Subject, Automatic) || ((message.Headers["Auto-Submitted"] ?? "").Contains("vacation", StringComparison.OrdinalIgnoreCase) && !Has(message.Subject, Subjects));
    }

    /// <summary>Who could not be reached: the first address in the text that is not the server's own, or whom the returned mail was for.</summary>
    private static string Recipient(MimeMessage message, ReturnedParts parts)
    {
        var ours = message.To.Mailboxes.Concat(message.From.Mailboxes).Select(mailbox => mailbox.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return AddressesIn.Text(parts.Text).FirstOrDefault(address => !ours.Contains(address) && !Has(address, Daemons))
            ?? AddressesIn.First(parts.Returned.FirstOrDefault(header => header.Key.Equals("To", StringComparison.OrdinalIgnoreCase)).Value ?? "");
    }

    /// <summary>The lines around the first code or telling words; all of a short text.</summary>
    private static string Passage(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var at = lines.FindIndex(line => Verdict.SaysSomething(line) || Words.ReplyIn(line).Length > 0 || Words.StatusIn(line).Length > 0);
        return at < 0 ? string.Join(' ', lines.Take(12)) : string.Join(' ', lines.Skip(at).Take(4));
    }

    private static bool Has(string? text, string[] words) => text is not null && words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}

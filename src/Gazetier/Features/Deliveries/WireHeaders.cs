using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gazetier.Locales;
using Gazetier.Mail.Wire;
using Gazetier.Web;
using MimeKit;

namespace Gazetier.Features.Deliveries;

/// <summary>
/// The head and the seams of the mails of one list (E-01): what is the same for all is encoded once, what is a reader's own
/// is put in.
/// </summary>
/// <param name="list">"digest", or a newsletter's slug.</param>
/// <param name="from">"L'Échelon &lt;lettres@exemple.fr&gt;".</param>
public sealed class WireHeaders(string list, PublicAddress address, string from, DateTimeOffset now)
{
    private readonly Dictionary<(string Headline, Language Language), string> _subjects = [];
    private readonly string _boundary = "=_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>The same in all mails: it names us, and says how to answer.</summary>
    private readonly string _from = Encode(HeaderId.From, message => message.From.Add(MailboxAddress.Parse(from)));

    private readonly string _date = now.UtcDateTime.ToString("ddd, dd MMM yyyy HH':'mm':'ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>Begins the text.</summary>
    public ReadOnlyMemory<byte> Begin { get => field.IsEmpty ? field = Ascii($"--{_boundary}\n{Part("plain")}") : field; }

    /// <summary>Ends the text, and begins the HTML.</summary>
    public ReadOnlyMemory<byte> Between { get => field.IsEmpty ? field = Ascii($"--{_boundary}\n{Part("html")}") : field; }

    /// <summary>Ends the mail.</summary>
    public ReadOnlyMemory<byte> End { get => field.IsEmpty ? field = Ascii($"--{_boundary}--\n") : field; }

    /// <summary>A subject, encoded once for all who get it.</summary>
    /// <param name="make">Makes the subject of the headline.</param>
    public string Subject(string headline, Language language, Func<string, Phrases, string> make)
    {
        if (!_subjects.TryGetValue((headline, language), out var subject))
        {
            _subjects[(headline, language)] = subject = Encode(HeaderId.Subject, message => message.Subject = make(headline, new Phrases(language)));
        }

        return subject;
    }

    /// <summary>The headers of one mail.</summary>
    /// <param name="subject">From <see cref="Subject"/>.</param>
    /// <param name="token">Of the reader's way out (E-02).</param>
    public ReadOnlyMemory<byte> Of(Delivery delivery, Guid account, string subject, string token) => Ascii(
        $"""
        From:{_from}To: <{WireMail.AddressOf(delivery.Email)}>
        Subject:{subject}Date: {_date}
        Message-ID: <{delivery.IssueId:N}.{account:N}@{address.Host}>
        List-Id: <{list}.{address.Host}>
        List-Unsubscribe: <{address.Of("/u/" + token)}>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        Feedback-ID: {delivery.IssueId:N}:{list}:edition:{address.Host}
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="{_boundary}"

        """);

    private static string Part(string kind) => $"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n";

    private static byte[] Ascii(string lines) => Encoding.ASCII.GetBytes(lines.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));

    /// <summary>A header as it is written, folded, its line break included.</summary>
    private static string Encode(HeaderId id, Action<MimeMessage> set)
    {
        using var message = new MimeMessage();
        set(message);
        return Encoding.ASCII.GetString(message.Headers.First(header => header.Id == id).RawValue);
    }
}

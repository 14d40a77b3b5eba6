using System.Globalization;
using System.Text;

namespace Gazetier.Mail.Wire;

/// <summary>Reads a server's answers, one after another, however they are cut on their way.</summary>
public sealed class SmtpReplies(Stream stream)
{
    /// <summary>RFC 5321 allows 512 octets a line; who writes much more is no mail server.</summary>
    private const int Longest = 16 * 1024;

    private readonly byte[] _read = new byte[4096];
    private int _from;
    private int _until;

    /// <exception cref="SmtpBrokenException">The server hung up, or does not speak SMTP.</exception>
    public async ValueTask<SmtpReply> NextAsync(CancellationToken cancel)
    {
        List<string>? before = null;
        var length = 0;
        while (true)
        {
            var line = await LineAsync(cancel);
            length += line.Length;
            if (line.Length < 3 || length > Longest || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new SmtpBrokenException("the server does not speak SMTP: " + line[..Math.Min(line.Length, 80)]);
            }

            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, line, before ?? []);
            }

            (before ??= []).Add(line[4..]);
        }
    }

    private async ValueTask<string> LineAsync(CancellationToken cancel)
    {
        StringBuilder? begun = null;
        while (true)
        {
            var rest = _read.AsSpan(_from, _until - _from);
            var end = rest.IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Text(rest[..end]);
                _from += end + 1;
                return begun is null ? line : begun.Append(line).ToString();
            }

            begun = (begun ?? new StringBuilder()).Append(Text(rest));
            _from = 0;
            _until = begun.Length > Longest ? 0 : await stream.ReadAsync(_read, cancel);
            if (_until == 0)
            {
                throw new SmtpBrokenException("the server hung up");
            }
        }
    }

    /// <summary>An answer is kept in the database and shown to people: what is no character of a line is left out.</summary>
    private static string Text(ReadOnlySpan<byte> line) => string.Concat(Encoding.UTF8.GetString(line).Where(c => !char.IsControl(c)));
}

/// <summary>One answer.</summary>
/// <param name="Text">Its last line, code first.</param>
/// <param name="Before">The lines before the last, without the code.</param>
public readonly record struct SmtpReply(int Code, string Text, IReadOnlyList<string> Before)
{
    public bool IsYes => Code is >= 200 and < 400;

    /// <summary>"550-5.1.1 Mailbox\n550 unknown" as one line.</summary>
    public string Whole => Before.Count == 0 ? Text : $"{Code} {string.Join(' ', Before)} {(Text.Length > 4 ? Text[4..] : "")}".TrimEnd();
}

/// <summary>The conversation cannot go on.</summary>
public sealed class SmtpBrokenException(string message) : IOException(message);

/// <summary>The server wants us not: "554 no SMTP service here", a wrong password. About us, not about a mail.</summary>
public sealed class SmtpUnwelcomeException(string message) : Exception(message);

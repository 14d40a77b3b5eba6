using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gazetier.Mail.Wire;
using MimeKit;

namespace Gazetier.Mail.Dkim;

/// <summary>
/// Signs mails (E-01): with an RSA key, an Ed25519 key, or both, where selectors are set; relaxed/relaxed, so that a mail
/// survives servers that tidy blanks. Where none is set, or a key is missing, mails leave as they are.
/// </summary>
public sealed partial class SignMails
{
    private static readonly byte[] Name = "DKIM-Signature:"u8.ToArray();
    private readonly List<(string Selector, DkimKey Key)> _keys = [];
    private readonly string _domain;
    private readonly TimeProvider _clock;

    public SignMails(DkimKeys keys, TimeProvider clock, ILogger<SignMails> log)
    {
        (_domain, _clock) = (keys.Domain, clock);
        foreach (var selector in keys.Selectors)
        {
            if (keys.Find(selector) is { } key)
            {
                _keys.Add((selector, key));
            }
            else
            {
                HasNoKey(log, selector, keys.FileOf(selector));
            }
        }
    }

    public bool IsOn => _keys.Count > 0;

    /// <summary>The lines to put above the head of a mail that is assembled already; empty where nothing is signed.</summary>
    /// <param name="head">All fields, each line ended by CR LF; without the empty line that ends the head.</param>
    /// <param name="body">As it goes over the wire, before dots are doubled.</param>
    public byte[] Lines(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        if (!IsOn)
        {
            return [];
        }

        using var hash = new DkimBody();
        hash.Append(body);
        return Lines(head, hash.Finish());
    }

    /// <summary>The same, of a body whose pieces were hashed as they were written.</summary>
    /// <param name="bodyHash">Of <see cref="DkimBody.Finish"/>.</param>
    public byte[] Lines(ReadOnlySpan<byte> head, byte[] bodyHash)
    {
        return [.. Values(head, bodyHash).SelectMany(value => Name.Concat(value))];
    }

    /// <summary>Signs a mail that is assembled already; where nothing is signed, it is the same.</summary>
    public WireMail Sign(WireMail mail)
    {
        if (!IsOn)
        {
            return mail;
        }

        using var hash = new DkimBody();
        foreach (var part in mail.Body)
        {
            hash.Append(part.Span);
        }

        return mail with { Head = (byte[])[.. Lines(mail.Head.Span, hash.Finish()), .. mail.Head.Span] };
    }

    /// <summary>Signs a mail that is complete and prepared; nothing of it may be changed afterwards.</summary>
    public void Sign(MimeMessage message)
    {
        if (!IsOn)
        {
            return;
        }

        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        using var whole = new MemoryStream();
        message.WriteTo(format, whole);
        var bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        var end = bytes.IndexOf("\r\n\r\n"u8);
        using var hash = new DkimBody();
        hash.Append(end < 0 ? [] : bytes[(end + 4)..]);
        foreach (var value in Values(end < 0 ? bytes : bytes[..(end + 2)], hash.Finish()).AsEnumerable().Reverse())
        {
            // Raw, for the library would fold it otherwise, and within what is signed.
            var line = new Header("DKIM-Signature", "");
            line.SetRawValue(value);
            message.Headers.Insert(0, line);
        }
    }

    private List<byte[]> Values(ReadOnlySpan<byte> head, byte[] bodyHash)
    {
        var (names, signed) = IsOn ? DkimHeaders.Of(head) : ("", []);
        return _keys.ConvertAll(one => Value(one.Selector, one.Key, names, signed, bodyHash));
    }

    private byte[] Value(string selector, DkimKey key, string names, byte[] signed, byte[] bodyHash)
    {
        var time = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var value = $" v=1; a={key.Algorithm}; c=relaxed/relaxed; d={_domain}; s={selector};\r\n\tt={time}; h={Folded(names, ':')};\r\n\tbh={Convert.ToBase64String(bodyHash)};\r\n\tb=";
        // RFC 6376, 3.7: the field itself, without its signature and without its line end.
        var own = DkimHeaders.Relaxed("DKIM-Signature", value);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(signed);
        hash.AppendData(own.AsSpan(0, own.Length - 2));
        return Encoding.ASCII.GetBytes(value + Folded(Convert.ToBase64String(key.Sign(hash.GetHashAndReset()))) + "\r\n");
    }

    /// <summary>Lines of at most seventy signs, broken after <paramref name="after"/>.</summary>
    private static string Folded(string names, char after)
    {
        var text = new StringBuilder();
        var length = 20;
        foreach (var name in names.Split(after))
        {
            if (length + name.Length > 70)
            {
                text.Append("\r\n\t");
                length = 0;
            }

            text.Append(name).Append(after);
            length += name.Length + 1;
        }

        return text.ToString().TrimEnd(after);
    }

    private static string Folded(string signature) => string.Join("\r\n\t", signature.Chunk(70).Select(part => new string(part)));

    [LoggerMessage(Level = LogLevel.Error, Message = "No DKIM key for the selector {Selector} at {File}: mails are not signed with it. Make it: gazetier dkim")]
    private static partial void HasNoKey(ILogger log, string selector, string file);
}

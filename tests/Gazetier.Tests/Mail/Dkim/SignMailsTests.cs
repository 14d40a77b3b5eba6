using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Gazetier.Data;
using Gazetier.Mail;
using Gazetier.Mail.Dkim;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using Shouldly;

namespace Gazetier.Tests.Mail.Dkim;

/// <summary>E-01: our signatures hold before the verifier of another maker (MimeKit's), by both algorithms.</summary>
public sealed class SignMailsTests : IDisposable
{
    private const string From = "L'Échelon <lettres@exemple.fr>";
    private readonly string _folder = Directory.CreateTempSubdirectory("dkim").FullName;

    private NewspaperOptions Options => new()
    {
        Data = _folder,
        Mail = new() { From = From, Dkim = new DkimOptions { Selector = "gazetier2026", Ed25519Selector = "gazetier2026e" } },
    };

    [Fact]
    public async Task E_01_a_mail_of_the_outbox_is_signed_by_both_keys()
    {
        var sign = Signer();
        using var message = Mime.Of(Bulk(), From, DateTimeOffset.UnixEpoch);
        sign.Sign(message);
        await HoldsAsync(Whole(message));
    }

    [Fact]
    public async Task E_01_a_mail_that_is_assembled_already_is_signed()
    {
        var sign = Signer();
        using var message = Mime.Of(Bulk(), From, DateTimeOffset.UnixEpoch);
        var whole = Whole(message);
        var end = whole.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = sign.Lines(whole.AsSpan(0, end + 2), whole.AsSpan(end + 4));
        await HoldsAsync([.. lines, .. whole]);
        Encoding.ASCII.GetString(lines).Split("\r\n").Max(line => line.Length).ShouldBeLessThanOrEqualTo(120);
    }

    [Fact]
    public void E_01_every_header_of_the_rule_is_signed_and_from_twice()
    {
        var sign = Signer();
        using var message = Mime.Of(Bulk(), From, DateTimeOffset.UnixEpoch);
        sign.Sign(message);
        var names = message.Headers["DKIM-Signature"]!.Split(';').Select(part => part.Trim()).First(part => part.StartsWith("h=", StringComparison.Ordinal))[2..]
            .Split(':').Select(name => name.Trim().ToLowerInvariant()).ToList();
        foreach (var name in new[] { "from", "to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post", "list-id", "feedback-id", "content-type" })
        {
            names.ShouldContain(name);
        }

        names.Count(name => name == "from").ShouldBe(2);
    }

    [Theory]
    [InlineData("Subject: Ma Gazette", "Subject: Ma gazette")]
    [InlineData("\r\nFrom: ", "\r\nFrom: Autre <autre@exemple.fr>\r\nFrom: ")]
    [InlineData("Bonjour", "Bonsoir")]
    public async Task Whatever_is_changed_on_the_way_breaks_it(string was, string becomes)
    {
        var sign = Signer();
        using var message = Mime.Of(Bulk(), From, DateTimeOffset.UnixEpoch);
        sign.Sign(message);
        var changed = Encoding.Latin1.GetString(Whole(message)).Replace(was, becomes, StringComparison.Ordinal);
        (await VerifiedAsync(Encoding.Latin1.GetBytes(changed))).ShouldBe([false, false]);
    }

    [Fact]
    public void Relaxed_bodies_hash_as_the_standard_words_it()
    {
        string[] pieces = ["a", "bc", " ", "\t", "\r\n", "é", ".", "\r\n\r\n", new string('x', 9000)];
        Gen.Int[0, pieces.Length - 1].Select(n => pieces[n]).Array[0, 40].Sample(
            body =>
            {
                using var ours = new DkimBody();
                foreach (var piece in body)
                {
                    ours.Append(Encoding.UTF8.GetBytes(piece));
                }

                ours.Finish().ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes(Relaxed(string.Concat(body)))), string.Concat(body));
            },
            iter: 500);
    }

    /// <summary>RFC 6376, 3.4.4, word by word.</summary>
    private static string Relaxed(string body)
    {
        var lines = body.Split("\r\n").Select(line => Regex.Replace(line, "[ \t]+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).TrimEnd(' ')).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    [Fact]
    public void RFC_6376_3_4_5_the_example_of_the_standard()
    {
        Encoding.ASCII.GetString(DkimHeaders.Relaxed("A", " X")).ShouldBe("a:X\r\n");
        Encoding.ASCII.GetString(DkimHeaders.Relaxed("B ".TrimEnd(), " Y\t\r\n\tZ  ")).ShouldBe("b:Y Z\r\n");
        using var body = new DkimBody();
        body.Append(" C \r\nD \t E\r\n\r\n\r\n"u8);
        body.Finish().ShouldBe(SHA256.HashData(" C\r\nD E\r\n"u8));
        body.Finish().ShouldBe(SHA256.HashData([]), "RFC 6376, 3.4.4: an empty body is empty");
    }

    [Fact]
    public void Keys_are_made_once_and_for_nobody_else()
    {
        var keys = new DkimKeys(Options);
        keys.Find("gazetier2026").ShouldBeNull();
        var made = keys.FindOrMake("gazetier2026");
        keys.FindOrMake("gazetier2026").Record.ShouldBe(made.Record);
        made.Record.ShouldStartWith("v=DKIM1; k=rsa; p=MIIBIjANBg");
        keys.FindOrMake("gazetier2026e").Record.Length.ShouldBe("v=DKIM1; k=ed25519; p=".Length + 44);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(keys.FileOf("gazetier2026")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void A_key_that_is_none_is_said_and_a_missing_one_signs_nothing()
    {
        Should.Throw<CryptographicException>(() => DkimKey.Read("nonsense"));
        Should.Throw<CryptographicException>(() => DkimKey.Read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"));
        var sign = new SignMails(new DkimKeys(Options), new FakeTimeProvider(), NullLogger<SignMails>.Instance);
        sign.IsOn.ShouldBeFalse();
        sign.Lines("From: a@b.example\r\n"u8, "x"u8).ShouldBeEmpty();
    }

    [Fact]
    public void RFC_8463_the_key_of_the_standard_has_the_record_of_the_standard()
    {
        var pem = PemEncoding.WriteString("PRIVATE KEY", [.. Convert.FromHexString("302e020100300506032b657004220420"), .. Convert.FromBase64String("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")]);
        DkimKey.Read(pem).Record.ShouldBe("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        DkimKey.Read(pem).ToPem().ShouldBe(pem);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Email Bulk() => new()
    {
        To = "mairie@exemple.org",
        Subject = "Ma Gazette",
        Text = "Bonjour \r\n\r\nL’eau augmente.  \r\n\r\n\r\n",
        Html = "<p>L’eau augmente.</p>\r\n" + new string('é', 500),
        MessageId = "1@exemple.fr",
        Headers =
        [
            KeyValuePair.Create("List-Unsubscribe", "<https://www.exemple.fr/u/" + new string('x', 90) + ">"),
            KeyValuePair.Create("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            KeyValuePair.Create("List-Id", "Ma Gazette <digest.exemple.fr>"),
            KeyValuePair.Create("Feedback-ID", "digest:exemple"),
        ],
    };

    private static byte[] Whole(MimeMessage message)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using var stream = new MemoryStream();
        message.WriteTo(format, stream);
        return stream.ToArray();
    }

    private SignMails Signer()
    {
        var keys = new DkimKeys(Options);
        keys.FindOrMake("gazetier2026");
        keys.FindOrMake("gazetier2026e");
        return new SignMails(keys, new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56)), NullLogger<SignMails>.Instance);
    }

    private async Task HoldsAsync(byte[] whole) => (await VerifiedAsync(whole)).ShouldBe([true, true]);

    private async Task<IReadOnlyList<bool>> VerifiedAsync(byte[] whole)
    {
        using var stream = new MemoryStream(whole);
        using var message = await MimeMessage.LoadAsync(stream);
        var verifier = new DkimVerifier(new Records(new DkimKeys(Options)));
        var held = new List<bool>();
        foreach (var signature in message.Headers.Where(header => header.Id == HeaderId.DkimSignature))
        {
            held.Add(await verifier.VerifyAsync(message, signature));
        }

        return held;
    }

    /// <summary>The DNS of the test: what our records say.</summary>
    private sealed class Records(DkimKeys keys) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
        {
            domain.ShouldBe("exemple.fr");
            var record = keys.Find(selector)!.Record;
            var bytes = Convert.FromBase64String(record[(record.IndexOf("p=", StringComparison.Ordinal) + 2)..]);
            return record.Contains("ed25519", StringComparison.Ordinal) ? new Ed25519PublicKeyParameters(bytes) : PublicKeyFactory.CreateKey(bytes);
        }

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}

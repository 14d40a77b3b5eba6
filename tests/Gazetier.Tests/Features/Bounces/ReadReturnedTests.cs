using System.Globalization;
using System.Text;
using CsCheck;
using Gazetier.Features.Bounces;
using Shouldly;

namespace Gazetier.Tests.Features.Bounces;

/// <summary>What comes back is read, whatever the bytes (E-04).</summary>
public class ReadReturnedTests
{
    /// <param name="status">Fields about the recipient.</param>
    public static string Report(string to, string recipient, string status, string action = "failed", string diagnostic = "") => string.Join("\r\n",
        "Return-Path: <>",
        "From: MAILER-DAEMON@mx.exemple.fr (Mail Delivery System)",
        "To: " + to,
        "Subject: Undelivered Mail Returned to Sender",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
        "",
        "--b",
        "Content-Type: text/plain; charset=us-ascii",
        "",
        "This is the mail system. Your message could not be delivered.",
        "",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.exemple.fr",
        "",
        "Final-Recipient: rfc822; " + recipient,
        "Action: " + action,
        "Status: " + status,
        "Diagnostic-Code: smtp; " + (diagnostic.Length > 0 ? diagnostic : $"550 {status} said no"),
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        "Return-Path: <" + to + ">",
        "Subject: Ma Gazette",
        "",
        "--b--",
        "");

    [Theory]
    [InlineData("5.1.1", BounceKind.Hard)]
    [InlineData("5.1.2", BounceKind.Hard)]
    [InlineData("5.2.1", BounceKind.Hard)]
    [InlineData("5.2.2", BounceKind.Soft)]
    [InlineData("4.4.7", BounceKind.Soft)]
    [InlineData("5.0.0", BounceKind.Soft)]
    [InlineData("5.7.1", BounceKind.Policy)]
    [InlineData("5.7.26", BounceKind.Policy)]
    public void E_04_the_status_says_the_kind(string status, BounceKind kind)
    {
        var bounce = ReadReturned.Of(Report("bounce+1@journal.example", "mairie@exemple.fr", status)).Bounces.ShouldHaveSingleItem();
        bounce.Kind.ShouldBe(kind);
        bounce.Recipient.ShouldBe("mairie@exemple.fr");
        bounce.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("delayed")]
    [InlineData("relayed")]
    [InlineData("delivered")]
    [InlineData("expanded")]
    public void What_is_on_its_way_is_no_bounce(string action) =>
        ReadReturned.Of(Report("b@journal.example", "mairie@exemple.fr", "4.0.0", action)).Bounces.ShouldBeEmpty();

    [Fact]
    public void The_envelope_is_found_in_the_head_and_in_what_is_returned() =>
        ReadReturned.Of(Report("bounce+abc@journal.example", "mairie@exemple.fr", "5.1.1")).Addresses.ShouldContain("bounce+abc@journal.example");

    [Theory]
    [InlineData("Réponse automatique : absent jusqu’au 4 décembre")]
    [InlineData("Automatic reply: Ma Gazette")]
    [InlineData("Merci de confirmer votre envoi - Mailinblack")]
    public void An_answer_out_of_office_is_no_bounce(string subject)
    {
        var text = $"From: Marie Martin <marie@mairie.example>\r\nTo: bounce+1@journal.example\r\nSubject: {subject}\r\nAuto-Submitted: auto-replied\r\n\r\n"
            + "Je suis absente. En cas d’urgence, écrivez à accueil@mairie.example. 550 choses à faire.\r\n";
        ReadReturned.Of(text).Bounces.ShouldBeEmpty();
    }

    [Fact]
    public void A_challenge_from_a_postmaster_is_no_bounce()
    {
        const string Text = "From: postmaster@filtre.example\r\nTo: bounce+1@journal.example\r\nSubject: Please confirm your message\r\n\r\nClick to confirm. user unknown.\r\n";
        ReadReturned.Of(Text).Bounces.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_bytes_something_is_answered() => Gen.Byte.Array[0, 3000].Sample(bytes => ReadReturned.Of(bytes).Bounces.ShouldNotBeNull(), iter: 300);

    [Fact]
    public void Whatever_is_broken_in_a_report_something_is_answered()
    {
        var whole = Encoding.UTF8.GetBytes(Report("bounce+abc@journal.example", "mairie@exemple.fr", "5.1.1"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample(
            (at, with, length) =>
            {
                var broken = whole.ToArray();
                broken[at] = with;
                ReadReturned.Of(broken.AsSpan(0, length)).Addresses.Count.ShouldBeLessThanOrEqualTo(50);
            },
            iter: 500);
    }

    [Fact]
    public void Nests_and_heaps_are_cut()
    {
        var nest = new StringBuilder("From: MAILER-DAEMON@x.example\r\nSubject: Undelivered\r\n");
        for (var depth = 0; depth < 2000; depth++)
        {
            nest.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"b{depth}\"\r\n\r\n--b{depth}\r\n");
        }

        ReadReturned.Of(nest.ToString()).Bounces.Count.ShouldBeLessThanOrEqualTo(1);
        var heap = Report("b@journal.example", "mairie@exemple.fr", "5.1.1") + new string('x', 20_000_000);
        ReadReturned.Of(heap).Bounces.ShouldHaveSingleItem().Kind.ShouldBe(BounceKind.Hard);
        var recipients = string.Concat(Enumerable.Range(0, 50_000).Select(n => $"<a{n}@x.example>: 550 user unknown\r\n"));
        ReadReturned.Of("From: MAILER-DAEMON@x.example\r\nSubject: failure notice\r\n\r\n" + recipients).Bounces.Count.ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void What_is_kept_of_the_words_is_one_short_line()
    {
        var bounce = ReadReturned.Of(Report("b@journal.example", "mairie@exemple.fr", "5.1.1", diagnostic: "550 user\0 unknown " + new string('é', 5000))).Bounces.ShouldHaveSingleItem();
        bounce.Diagnostic.Length.ShouldBeLessThanOrEqualTo(Bounce.LongestDiagnostic);
        bounce.Diagnostic.Any(char.IsControl).ShouldBeFalse();
    }
}

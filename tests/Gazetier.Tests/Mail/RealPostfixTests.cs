using System.Diagnostics;
using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Bounces.WaysIn;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Suppressions;
using Gazetier.Mail.Wire;
using Gazetier.Tests.Features.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace Gazetier.Tests.Mail;

/// <summary>The morning's edition by a mail server of another maker, from the ledger to the mailbox and back.</summary>
public class RealPostfixTests
{
    [Fact]
    public async Task An_edition_goes_out_by_postfix_once_each_what_comes_back_counts_and_another_library_reads_it()
    {
        Assert.SkipWhen(RealPostfix.Missing is not null, RealPostfix.Missing ?? "");
        var port = new TaskCompletionSource<string>();
        await using var site = await Site.OpenAsync(
            services => services.Replace(ServiceDescriptor.Singleton<IMailLines>(provider => new SmtpLines(At(port.Task.Result), provider.GetRequiredService<TimeProvider>()))));
        var options = site.Services.GetRequiredService<NewspaperOptions>();
        options.Mail.Bounces.Listen = "127.0.0.1:0";
        using var listener = new BounceListener(options, site.Services.GetRequiredService<TakeIn>(), NullLogger<BounceListener>.Instance);
        await listener.StartAsync(CancellationToken.None);
        await using var postfix = await RealPostfix.StartAsync("camille@example.org", (await listener.Listening).Port, "camille", "lou");
        port.SetResult(postfix.Address);
        await site.FollowAllAsync();

        var posted = (await site.IssueAsync()).Posted;
        posted.ShouldBe(new Posted(Sent: 2, PutOff: 1), string.Join('\n', await site.DoAsync(db => db.Deliveries.Select(d => d.Email + ": " + d.Answer).ToArrayAsync())) + postfix.Log);
        var greylisted = await site.DoAsync(db => db.Deliveries.AsNoTracking().SingleAsync(d => d.State == DeliveryState.Waiting));
        (greylisted.Email, greylisted.Answer).ShouldBe(("camille@example.org", "450 4.2.0 <camille@example.org>: Recipient address rejected: greylisted, come back later"));
        await RealPostfix.UntilAsync(() => postfix.MailsOf("lou").Length == 1);

        // Postfix took the mail to Noé and learned only then that nobody is there: its report comes to the signed address (E-04).
        await RealPostfix.UntilAsync(() => site.DoAsync(db => db.Suppressions.AnyAsync()).Result);
        var suppressed = await site.DoAsync(db => db.Suppressions.AsNoTracking().SingleAsync());
        (suppressed.Email, suppressed.Reason, suppressed.List).ShouldBe(("noe@example.org", SuppressionReason.Unknown, "digest"));

        site.Clock.Advance(Ledger.DelayAfter(1));
        (await site.IssueAsync()).Posted.ShouldBe(new Posted(Sent: 1));
        await RealPostfix.UntilAsync(() => postfix.MailsOf("camille").Length == 1);
        (await site.IssueAsync()).Posted.ShouldBe(default);
        (postfix.MailsOf("lou").Length, postfix.MailsOf("camille").Length).ShouldBe((1, 1));
        postfix.Log.ShouldMatch("disconnect from .* bdat=[2-9]", "texts go by BDAT");
        await ReadByPythonAsync(postfix.MailsOf("camille")[0]);
        await listener.StopAsync(CancellationToken.None);
    }

    private static async Task ReadByPythonAsync(string file)
    {
        const string Script = """
            import sys, json, email, email.policy
            m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
            parts = list(m.walk())
            print(json.dumps({
                'subject': m['subject'], 'from': m['from'].addresses[0].addr_spec, 'to': m['to'].addresses[0].addr_spec, 'kind': m.get_content_type(),
                'date': m['date'].datetime.isoformat(), 'leave': m['list-unsubscribe'], 'parts': [p.get_content_type() for p in parts],
                'text': m.get_body(('plain',)).get_content(), 'html': m.get_body(('html',)).get_content(),
                'defects': [str(d) for p in parts for d in p.defects] + [str(d) for v in m.values() for d in getattr(v, 'defects', ())]}))
            """;
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/env", ["python3", "-c", Script, file]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var read = JsonDocument.Parse(await python.StandardOutput.ReadToEndAsync()).RootElement;
        string Said(string name) => read.GetProperty(name).GetString()!;
        read.GetProperty("defects").GetArrayLength().ShouldBe(0, read.GetProperty("defects").ToString());
        (Said("subject"), Said("from"), Said("to"), Said("kind")).ShouldBe(("Ma Gazette\u00A0: Le syndicat coupe deux forages", "lettres@courrier.example", "camille@example.org", "multipart/alternative"));
        read.GetProperty("parts").EnumerateArray().Select(part => part.GetString()).ShouldBe(["multipart/alternative", "text/plain", "text/html"]);
        Said("leave").ShouldStartWith("<http://localhost/u/");
        Said("text").ShouldContain("Bonjour Camille,");
        Said("html").ShouldContain("Le syndicat coupe deux forages");
        Said("html").TrimEnd().ShouldEndWith("</html>");
    }

    private static NewspaperOptions At(string smtp) => new() { Mail = new() { Smtp = smtp } };
}

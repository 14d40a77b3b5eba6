using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Shouldly;

namespace Gazetier.Tests.Mail;

/// <summary>
/// Debian's Postfix with a configuration, a queue and ports of its own, on loopback. It delivers example.org to Maildirs, knows
/// some of its recipients only when it is too late to refuse, greylists whom it is told to, and hands what comes back to LMTP.
/// </summary>
public sealed class RealPostfix : IAsyncDisposable
{
    private const string Program = "/usr/sbin/postfix";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly int _port;
    private readonly TcpListener _policy = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly Task _greylisting;

    private RealPostfix(string folder, int port)
    {
        (_folder, _port) = (folder, port);
        _policy.Start();
        _greylisting = GreylistAsync();
    }

    /// <summary>Null: there is one, and we may start it.</summary>
    public static string? Missing =>
        !File.Exists(Program) ? "Postfix is not on this machine: bin/setup test" : !Environment.IsPrivilegedProcess ? "Postfix is started by root only" : null;

    public string Address => $"smtp://127.0.0.1:{_port}";

    /// <summary>Whose first try is put off.</summary>
    public string Greylisted { get; init; } = "";

    /// <summary>What it says of itself.</summary>
    public string Log => File.Exists(Path.Combine(_folder, "log")) ? File.ReadAllText(Path.Combine(_folder, "log")) : "";

    public static async Task<RealPostfix> StartAsync(string greylisted, int lmtp, params string[] known)
    {
        var folder = Directory.CreateTempSubdirectory("postfix-").FullName;
        var postfix = new RealPostfix(folder, FreePort()) { Greylisted = greylisted };
        await postfix.ConfigureAsync(lmtp, known);
        await RunAsync(Program, "-c", Path.Combine(folder, "etc"), "start");
        await UntilAsync(() => postfix.Log.Contains("daemon started", StringComparison.Ordinal));
        // Its master listens before its other programs have started: on a busy machine the first callers were put off.
        await UntilAsync(() => postfix.TakesAsync("nobody.yet@example.org").Result);
        return postfix;
    }

    /// <summary>Files of the mails that it delivered to somebody of example.org.</summary>
    public string[] MailsOf(string name)
    {
        var box = Path.Combine(_folder, "mail", name, "new");
        return Directory.Exists(box) ? Directory.GetFiles(box) : [];
    }

    /// <summary>Waits for what another program does, and only as long as it takes.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(Patience);
            using var soon = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            await soon.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(Program, "-c", Path.Combine(_folder, "etc"), "stop");
        _policy.Stop();
        await _greylisting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ConfigureAsync(int lmtp, string[] known)
    {
        // Its own people must be able to walk in.
        await RunAsync("chmod", "755", _folder);
        foreach (var (name, owner) in new[] { ("etc", "root"), ("queue", "root"), ("data", "postfix"), ("mail", "nobody") })
        {
            await RunAsync("install", "-d", "-o", owner, Path.Combine(_folder, name));
        }

        var boxes = string.Join(' ', known.Select(name => $"{{{name}@example.org={name}/}}"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "etc", "main.cf"),
            $$"""
            compatibility_level = 3.6
            queue_directory = {{_folder}}/queue
            data_directory = {{_folder}}/data
            maillog_file = {{_folder}}/log
            maillog_file_prefixes = {{_folder}}
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mail.courrier.example
            mydestination =
            alias_maps =
            alias_database =
            virtual_mailbox_domains = example.org
            virtual_mailbox_base = {{_folder}}/mail
            virtual_mailbox_maps = inline:{ {{boxes}} }
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            virtual_minimum_uid = 100
            smtpd_reject_unlisted_recipient = no
            smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:{{((IPEndPoint)_policy.LocalEndpoint).Port}}, permit_mynetworks, reject
            mynetworks = 127.0.0.0/8
            smtp_dns_support_level = disabled
            transport_maps = inline:{ courrier.example=lmtp:inet:127.0.0.1:{{lmtp}} }
            recipient_delimiter = +
            notify_classes =

            """);
        string[] services =
        [
            $"127.0.0.1:{_port} inet n - n - - smtpd", "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr", "rewrite unix - - n - - trivial-rewrite",
            "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce", "trace unix - - n - 0 bounce", "flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap",
            "error unix - - n - - error", "retry unix - - n - - error", "virtual unix - n n - - virtual", "lmtp unix - - n - - lmtp", "anvil unix - - n - 1 anvil",
            "scache unix - - n - 1 scache", "postlog unix-dgram n - n - 1 postlogd",
        ];
        await File.WriteAllTextAsync(Path.Combine(_folder, "etc", "master.cf"), string.Join('\n', services) + "\n");
    }

    /// <summary>Each of Postfix's processes keeps its line to the policy service: the second is heard beside the first.</summary>
    private async Task GreylistAsync()
    {
        while (true)
        {
            _ = AnswerAsync(await _policy.AcceptTcpClientAsync());
        }
    }

    /// <summary>The policy service: lines of attributes until an empty one, answered by what to do.</summary>
    private async Task AnswerAsync(TcpClient line)
    {
        using var client = line;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        var recipient = "";
        while (await reader.ReadLineAsync() is { } attribute)
        {
            recipient = attribute.StartsWith("recipient=", StringComparison.Ordinal) ? attribute["recipient=".Length..] : recipient;
            if (attribute.Length == 0)
            {
                var waits = recipient == Greylisted && _seen.TryAdd(recipient, true);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(waits ? "action=450 4.2.0 greylisted, come back later\n\n" : "action=DUNNO\n\n"));
            }
        }
    }

    /// <summary>Whether it would take a mail to somebody now; it gets none.</summary>
    private async Task<bool> TakesAsync(string recipient)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _port);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        var isYes = (await reader.ReadLineAsync())?.StartsWith("220 ", StringComparison.Ordinal) ?? false;
        foreach (var command in new[] { "HELO gazetier.example", "MAIL FROM:<probe@gazetier.example>", $"RCPT TO:<{recipient}>", "QUIT" })
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
            isYes &= (await reader.ReadLineAsync())?[0] == '2';
        }

        return isYes;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }
}

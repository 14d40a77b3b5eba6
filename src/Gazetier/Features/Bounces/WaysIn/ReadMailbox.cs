using Gazetier.Data;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Pop3;
using MailKit.Search;
using MailKit.Security;

namespace Gazetier.Features.Bounces.WaysIn;

/// <summary>Takes in what lies in a mailbox: by IMAP, where each message is marked as read, or by POP3, where it is deleted.</summary>
public class ReadMailbox(NewspaperOptions options, TakeIn takeIn)
{
    private const int AtOnce = 200;

    /// <summary>Returns how many were taken in.</summary>
    public Task<int> RunAsync(CancellationToken cancel)
    {
        var box = new Uri(options.Mail.Bounces.Mailbox);
        return box.Scheme.StartsWith("imap", StringComparison.Ordinal) ? ByImapAsync(box, cancel) : ByPop3Async(box, cancel);
    }

    private async Task<int> ByImapAsync(Uri box, CancellationToken cancel)
    {
        using var client = new ImapClient { CheckCertificateRevocation = false };
        await ConnectAsync(client, box, box.Scheme == "imaps", 993, 143, cancel);
        var name = Uri.UnescapeDataString(box.AbsolutePath.Trim('/'));
        var folder = name.Length is 0 || name.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(name, cancel);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancel);
        var unread = (await folder.SearchAsync(SearchQuery.NotSeen, cancel)).Take(AtOnce).ToList();
        foreach (var id in unread)
        {
            await using var part = await folder.GetStreamAsync(id, "", 0, TakeIn.Longest, cancel);
            await takeIn.RunAsync(await BytesAsync(part, cancel), envelope: null, cancel);
            await folder.AddFlagsAsync(id, MessageFlags.Seen, silent: true, cancel);
        }

        await client.DisconnectAsync(quit: true, cancel);
        return unread.Count;
    }

    private async Task<int> ByPop3Async(Uri box, CancellationToken cancel)
    {
        using var client = new Pop3Client { CheckCertificateRevocation = false };
        await ConnectAsync(client, box, box.Scheme == "pop3s", 995, 110, cancel);
        var count = Math.Min(client.Count, AtOnce);
        for (var index = 0; index < count; index++)
        {
            // Of a giant the head only: a bounce is none.
            var isGiant = await client.GetMessageSizeAsync(index, cancel) > TakeIn.Longest;
            await using var part = await client.GetStreamAsync(index, headersOnly: isGiant, cancel);
            await takeIn.RunAsync(await BytesAsync(part, cancel), envelope: null, cancel);
            await client.DeleteMessageAsync(index, cancel);
        }

        // Only now does the server delete: if the connection breaks before, all come again and count once.
        await client.DisconnectAsync(quit: true, cancel);
        return count;
    }

    private static async Task ConnectAsync(IMailService client, Uri box, bool isTls, int tlsPort, int port, CancellationToken cancel)
    {
        var colon = box.UserInfo.IndexOf(':', StringComparison.Ordinal);
        await client.ConnectAsync(box.Host, box.Port > 0 ? box.Port : isTls ? tlsPort : port, isTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None, cancel);
        await client.AuthenticateAsync(Uri.UnescapeDataString(box.UserInfo[..colon]), Uri.UnescapeDataString(box.UserInfo[(colon + 1)..]), cancel);
    }

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken cancel)
    {
        var bytes = new byte[TakeIn.Longest];
        return bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel)];
    }
}

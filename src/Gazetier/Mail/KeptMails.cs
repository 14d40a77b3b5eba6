using Gazetier.Data;
using Gazetier.Mail.Wire;
using MimeKit;

namespace Gazetier.Mail;

/// <summary>Where no SMTP server is set, mails are kept as files in the data folder, and shown at /dev/mail.</summary>
public class KeptMails(NewspaperOptions options, TimeProvider clock) : IMailTransport, IMailLines
{
    private readonly string _folder = Path.Combine(options.Data, "mails");

    public Task<Handover> SendAsync(Email email, CancellationToken cancel) => KeepAsync(
        async path =>
        {
            using var message = Mime.Of(email, options.Mail.From, clock.GetUtcNow());
            await message.WriteToAsync(path, cancel);
        });

    public IMailLine Open() => new Line(this);

    /// <summary>Names of the kept mails, newest first.</summary>
    public IReadOnlyList<string> Names() => Directory.Exists(_folder)
        ? [.. Directory.EnumerateFiles(_folder, "*.eml").Select(path => Path.GetFileName(path)!).OrderDescending(StringComparer.Ordinal)]
        : [];

    /// <summary>One kept mail, or null for a name that is not one of them.</summary>
    public async Task<MimeMessage?> FindAsync(string name, CancellationToken cancel)
    {
        var path = Path.Combine(_folder, name);
        return IsName(name) && File.Exists(path) ? await MimeMessage.LoadAsync(path, cancel) : null;
    }

    /// <param name="write">Writes the file of that path.</param>
    private async Task<Handover> KeepAsync(Func<string, Task> write)
    {
        Directory.CreateDirectory(_folder);
        var name = $"{clock.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmssfff}-{Guid.CreateVersion7():N}.eml";
        var whole = Path.Combine(_folder, name);
        // Written beside and renamed, so that nobody reads half a mail.
        await write(whole + ".part");
        File.Move(whole + ".part", whole);
        return new Handover(HandoverResult.Accepted, "250 kept as " + name);
    }

    /// <summary>A name and nothing else: no path leads out of the folder.</summary>
    private static bool IsName(string name) =>
        name.EndsWith(".eml", StringComparison.Ordinal) && name[..^4].All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private sealed class Line(KeptMails mails) : IMailLine
    {
        public Task<Handover> SendAsync(WireMail mail, Action leaving, CancellationToken cancel)
        {
            leaving();
            return mails.KeepAsync(path => File.WriteAllBytesAsync(path, mail.ToBytes(), cancel));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

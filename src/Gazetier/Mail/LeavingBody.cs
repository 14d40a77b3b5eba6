using MimeKit;

namespace Gazetier.Mail;

/// <summary>
/// A mail's parts, that say when they are written: after that only the closing dot is missing, which makes the server answer
/// for the mail.
/// </summary>
/// <param name="kind">"alternative": text and HTML; "mixed": these and files.</param>
public sealed class LeavingBody(string kind, Action? written) : Multipart(kind)
{
    public override async Task WriteToAsync(
        FormatOptions options,
        Stream stream,
        bool contentOnly,
        CancellationToken cancellationToken = default)
    {
        await base.WriteToAsync(options, stream, contentOnly, cancellationToken);
        written?.Invoke();
    }
}

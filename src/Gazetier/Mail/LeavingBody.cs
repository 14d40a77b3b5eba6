using MimeKit;

namespace Gazetier.Mail;

/// <summary>
/// A mail's text and HTML, that says when it is written: after that only the closing dot is missing, which makes the server
/// answer for the mail.
/// </summary>
public sealed class LeavingBody(Action? written) : MultipartAlternative
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

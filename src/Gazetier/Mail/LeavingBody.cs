using MimeKit;

namespace Gazetier.Mail;

/// <summary>
/// A mail's text and HTML, that says when it is about to leave: all is written, and only the closing dot, which makes the
/// server answer for the mail, is not yet sent.
/// </summary>
public sealed class LeavingBody(Func<CancellationToken, Task>? leaving) : MultipartAlternative
{
    public override async Task WriteToAsync(
        FormatOptions options,
        Stream stream,
        bool contentOnly,
        CancellationToken cancellationToken = default)
    {
        await base.WriteToAsync(options, stream, contentOnly, cancellationToken);
        if (leaving is not null)
        {
            await leaving(cancellationToken);
        }
    }
}

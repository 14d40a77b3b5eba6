using MimeKit;

namespace Gazetier.Mail;

/// <summary>A mail with files, that says when it is about to leave: see <see cref="LeavingBody"/>.</summary>
public sealed class LeavingFiles(Func<CancellationToken, Task>? leaving) : Multipart("mixed")
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

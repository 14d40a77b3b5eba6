using System.Text.Encodings.Web;
using Gazetier.Data;
using Gazetier.Mail.Dkim;
using Gazetier.Web;

namespace Gazetier.Features.Deliveries.Mails;

/// <summary>Opens an <see cref="Assembly"/>: what the mails of one batch of one list have in common.</summary>
public class AssembleMails(
    UnsubscribeLink links,
    SignMails sign,
    SecretKeys keys,
    PublicAddress address,
    NewspaperOptions options,
    HtmlEncoder encoder,
    TimeProvider clock)
{
    /// <param name="list">"digest", "alerts", or a newsletter's slug.</param>
    public async Task<Assembly> BeginAsync(string list, CancellationToken cancel) => new(
        await links.ForAsync(list, cancel),
        await BounceAddress.LoadAsync(keys, options, cancel),
        new WireHeaders(list, address, options.Mail.From, clock.GetUtcNow()),
        sign,
        encoder);
}

using System.Text.Encodings.Web;
using Gazetier.Locales;
using Gazetier.Mail.Dkim;
using Gazetier.Mail.Wire;

namespace Gazetier.Features.Deliveries.Mails;

/// <summary>Puts readers' mails together from the frame and blocks that they share: only a few bytes are a reader's own.</summary>
public sealed class Assembly(Func<Guid, string> token, BounceAddress bounce, WireHeaders headers, SignMails sign, HtmlEncoder encoder)
{
    /// <param name="headline">What the subject is made of; the same text is encoded once.</param>
    /// <param name="subject">Makes the subject of the headline.</param>
    public WireMail Make(
        Delivery delivery,
        Recipient reader,
        string headline,
        Func<string, Phrases, string> subject,
        IReadOnlyCollection<MailBlock> blocks,
        FrameText frame)
    {
        var greeting = Greeting(reader);
        var wayOut = token(reader.AccountId);
        var personal = QuotedPrintable.Encode(wayOut);
        return sign.Sign(new WireMail(
            bounce.Of(delivery.Id),
            delivery.Email,
            headers.Of(delivery, reader.AccountId, headers.Subject(headline, reader.Language, subject), wayOut),
            [
                headers.Begin,
                .. frame.WireText(QuotedPrintable.Encode(greeting), blocks.Select(block => block.WireText), personal),
                headers.Between,
                .. frame.WireHtml(QuotedPrintable.Encode(encoder.Encode(greeting)), blocks.Select(block => block.WireHtml), personal),
                headers.End,
            ]));
    }

    private static string Greeting(Recipient reader)
    {
        var t = new Phrases(reader.Language);
        var name = MailBlocks.OneLine(reader.Name);
        return name.Length == 0 ? t["Bonjour,"] : t["Bonjour {0},", name];
    }
}

using Gazetier.Web;

namespace Gazetier.Features.Newspaper;

/// <summary>
/// The reservation of text and data mining, in the words of its three protocols (L-70): TDMRep, the IETF's usage
/// preferences, robots.txt. All of them follow <see cref="Imprint.ReservesTextMining"/>.
/// </summary>
public static class TextMining
{
    /// <summary>The preference of the IETF's draft (aipref), for the header and for robots.txt.</summary>
    public const string Usage = "train-ai=n";

    /// <summary>Where people read what is reserved.</summary>
    public const string Policy = "/mentions-legales#fouille";

    /// <summary>Says it with an article; nothing where nothing is reserved.</summary>
    public static void ReserveTextMining(this HttpResponse response, Imprint imprint, PublicAddress address)
    {
        if (imprint.ReservesTextMining)
        {
            response.Headers["tdm-reservation"] = "1";
            response.Headers["tdm-policy"] = address.Of(Policy);
            response.Headers["Content-Usage"] = Usage;
        }
    }
}

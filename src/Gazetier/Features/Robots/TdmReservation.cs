using System.Text.Json;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>tdmrep.json, the file that robots which keep the TDM Reservation Protocol look at first.</summary>
public static class TdmReservation
{
    public static byte[] Write(Imprint imprint, PublicAddress address)
    {
        var all = new Dictionary<string, object>(StringComparer.Ordinal) { ["location"] = "/*", ["tdm-reservation"] = imprint.ReservesTextMining ? 1 : 0 };
        if (imprint.ReservesTextMining)
        {
            all["tdm-policy"] = address.Of(TextMining.Policy);
        }

        return JsonSerializer.SerializeToUtf8Bytes(new[] { all });
    }
}

using System.Text.Json;
using Gazetier.Features.Licensing;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>tdmrep.json, the file that robots which keep the TDM Reservation Protocol look at first. The first rule that fits holds. Pure.</summary>
public static class TdmReservation
{
    public static byte[] Write(PolicyPlaces places, PublicAddress address) => JsonSerializer.SerializeToUtf8Bytes(
        places.All.Where(place => place.Line.ReservesMining != places.Rest.ReservesMining)
            .Append(new PolicyPlace("/", places.Rest))
            .Select(place => Rule(place, address)));

    private static Dictionary<string, object> Rule(PolicyPlace place, PublicAddress address)
    {
        var rule = new Dictionary<string, object>(StringComparer.Ordinal) { ["location"] = place.Path + "*", ["tdm-reservation"] = place.Line.ReservesMining ? 1 : 0 };
        if (place.Line.ReservesMining)
        {
            rule["tdm-policy"] = address.Of(SayLicence.Page);
        }

        return rule;
    }
}

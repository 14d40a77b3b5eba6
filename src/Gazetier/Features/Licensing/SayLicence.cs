using Gazetier.Web;

namespace Gazetier.Features.Licensing;

/// <summary>Says with an answer what robots may do with it, in the words of each protocol (L-70).</summary>
public static class SayLicence
{
    /// <summary>The page of the licence: the policy that TDMRep, JSON-LD and refusals name.</summary>
    public const string Page = "/licence";

    /// <summary>The licence as RSL 1.0.</summary>
    public const string Rsl = "/licence-rsl.xml";

    /// <summary>Beside what the answer says already; nothing where nothing is reserved.</summary>
    public static void Say(this HttpResponse response, RobotLine line, PublicAddress address)
    {
        if (line.ReservesMining)
        {
            response.Headers["tdm-reservation"] = "1";
            response.Headers["tdm-policy"] = address.Of(Page);
        }

        if (line.Usage.Length > 0)
        {
            response.Headers["Content-Usage"] = line.Usage;
        }

        // What the page itself asks for is kept: less than nothing cannot be shown.
        if (line.Indexing.Length > 0 && !response.Headers[SecurityHeaders.Robots].ToString().Contains("noindex", StringComparison.Ordinal))
        {
            response.Headers[SecurityHeaders.Robots] = line.Indexing;
        }

        if (line.IsReserved)
        {
            var link = $"<{address.Of(Rsl)}>; rel=\"license\"; type=\"application/rsl+xml\"";
            response.Headers.Link = response.Headers.Link.Count == 0 ? link : $"{response.Headers.Link}, {link}";
        }
    }
}

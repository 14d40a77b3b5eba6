using System.Text;
using Gazetier.Features.Licensing;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>
/// robots.txt (RFC 9309): personal pages are closed to all; a class of robots that is less than welcome, somewhere, has a group of its own,
/// with the names of its robots. Where rules differ the longest path wins. Pure.
/// </summary>
public static class RobotsTxt
{
    /// <summary>Forms, the reader's own pages and the newsroom: nothing there is to be found by searching.</summary>
    private static readonly string[] Closed =
    [
        "/connexion",
        "/deconnexion",
        "/inscription",
        "/mot-de-passe-oublie",
        "/mon-compte/",
        "/redaction/",
        "/recherche",
        "/langue",
        // The form itself may be found; the same form for each article need not.
        "/droit-de-reponse?",
        "/u/",
        "/apercu/",
        "/erreur/",
    ];

    /// <summary>Bytes that search engines read; what stands beyond is not there for them (RFC 9309, 2.5).</summary>
    public const int Limit = 500 * 1024;

    /// <summary>Names fewer articles until it is read to its end.</summary>
    public static string Write(RobotPolicy policy, PolicyPlaces places, IReadOnlyList<Robot> robots, PublicAddress address)
    {
        for (var named = places; ;)
        {
            var text = WriteAll(policy, named, robots, address);
            var length = Encoding.UTF8.GetByteCount(text);
            if (length <= Limit || named.Articles.Count == 0)
            {
                return text;
            }

            named = named.First((int)(named.Articles.Count * 0.95 * Limit / length));
        }
    }

    private static string WriteAll(RobotPolicy policy, PolicyPlaces places, IReadOnlyList<Robot> robots, PublicAddress address)
    {
        var text = new StringBuilder();
        // First: what they name is of use to whom the rest is too long.
        if (policy.IsReserved)
        {
            Line(text, "License: " + address.Of(SayLicence.Rsl));
        }

        Line(text, "Sitemap: " + address.Of("/sitemap.xml"));
        Line(text, "Sitemap: " + address.Of("/sitemap-news.xml"));
        Line(text, "");
        Line(text, "User-agent: *");
        WriteOpen(text, places.IsWhole);
        WriteUsage(text, places);
        foreach (var kind in Enum.GetValues<RobotClass>())
        {
            var tokens = robots.Where(robot => robot.Class == kind).Select(robot => robot.Token).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
            if (tokens.Count > 0 && (!places.Rest.IsOpenTo(kind) || !places.MayAllow(kind) || places.All.Any(place => !place.Line.IsOpenTo(kind))))
            {
                WriteGroup(text, kind, tokens, places);
            }
        }

        return text.ToString();
    }

    private static void WriteOpen(StringBuilder text, bool mayAllow)
    {
        if (mayAllow)
        {
            Line(text, "Allow: /");
        }

        foreach (var path in Closed)
        {
            Line(text, "Disallow: " + path);
        }
    }

    /// <summary>A robot keeps to its own group only: what holds for all is said again.</summary>
    private static void WriteGroup(StringBuilder text, RobotClass kind, List<string> tokens, PolicyPlaces places)
    {
        Line(text, "");
        foreach (var token in tokens)
        {
            Line(text, "User-agent: " + token);
        }

        var isOpen = places.Rest.IsOpenTo(kind);
        if (isOpen)
        {
            WriteOpen(text, places.MayAllow(kind));
        }
        else
        {
            Line(text, "Disallow: /");
            Line(text, "Allow: " + SayLicence.Page);
            Line(text, "Allow: /.well-known/");
        }

        foreach (var place in places.All.Where(place => place.Line.IsOpenTo(kind) != isOpen))
        {
            Line(text, (isOpen ? "Disallow: " : "Allow: ") + place.Path);
        }

        WriteUsage(text, places);
    }

    private static void WriteUsage(StringBuilder text, PolicyPlaces places)
    {
        if (places.Rest.Usage.Length > 0)
        {
            Line(text, "Content-Usage: " + places.Rest.Usage);
        }

        foreach (var place in places.All.Where(place => place.Line.Usage != places.Rest.Usage))
        {
            Line(text, $"Content-Usage: {place.Path} {place.Line.FullUsage}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

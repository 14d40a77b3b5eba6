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

    public static string Write(RobotPolicy policy, IReadOnlyList<PolicyPlace> places, IReadOnlyList<Robot> robots, PublicAddress address)
    {
        var text = new StringBuilder();
        Line(text, "User-agent: *");
        WriteOpen(text);
        WriteUsage(text, policy, places);
        foreach (var kind in Enum.GetValues<RobotClass>())
        {
            var tokens = robots.Where(robot => robot.Class == kind).Select(robot => robot.Token).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
            if (tokens.Count > 0 && (!policy.Paper.IsOpenTo(kind) || places.Any(place => !place.Line.IsOpenTo(kind))))
            {
                WriteGroup(text, kind, tokens, policy, places);
            }
        }

        Line(text, "");
        if (policy.IsReserved)
        {
            Line(text, "License: " + address.Of(SayLicence.Rsl));
        }

        Line(text, "Sitemap: " + address.Of("/sitemap.xml"));
        Line(text, "Sitemap: " + address.Of("/sitemap-news.xml"));
        return text.ToString();
    }

    private static void WriteOpen(StringBuilder text)
    {
        Line(text, "Allow: /");
        foreach (var path in Closed)
        {
            Line(text, "Disallow: " + path);
        }
    }

    /// <summary>A robot keeps to its own group only: what holds for all is said again.</summary>
    private static void WriteGroup(StringBuilder text, RobotClass kind, List<string> tokens, RobotPolicy policy, IReadOnlyList<PolicyPlace> places)
    {
        Line(text, "");
        foreach (var token in tokens)
        {
            Line(text, "User-agent: " + token);
        }

        var isOpen = policy.Paper.IsOpenTo(kind);
        if (isOpen)
        {
            WriteOpen(text);
        }
        else
        {
            Line(text, "Disallow: /");
            Line(text, "Allow: " + SayLicence.Page);
            Line(text, "Allow: /.well-known/");
        }

        foreach (var place in places.Where(place => place.Line.IsOpenTo(kind) != isOpen))
        {
            Line(text, (isOpen ? "Disallow: " : "Allow: ") + place.Path);
        }

        WriteUsage(text, policy, places);
    }

    private static void WriteUsage(StringBuilder text, RobotPolicy policy, IReadOnlyList<PolicyPlace> places)
    {
        if (policy.Paper.Usage.Length > 0)
        {
            Line(text, "Content-Usage: " + policy.Paper.Usage);
        }

        foreach (var place in places.Where(place => place.Line.Usage != policy.Paper.Usage))
        {
            Line(text, $"Content-Usage: {place.Path} {place.Line.FullUsage}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

using System.Text;
using Gazetier.Features.Newspaper;
using Gazetier.Web;

namespace Gazetier.Features.Robots;

/// <summary>robots.txt (RFC 9309): the newspaper is open to search engines, its personal pages and its training use are not.</summary>
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
        "/erreur/",
    ];

    /// <summary>Names under which texts are gathered to train models, as their owners publish them (November 2026).</summary>
    private static readonly string[] Trainers =
    [
        "AI2Bot",
        "Amazonbot",
        "anthropic-ai",
        "Applebot-Extended",
        "Bytespider",
        "CCBot",
        "ClaudeBot",
        "cohere-training-data-crawler",
        "Diffbot",
        "FacebookBot",
        "Google-CloudVertexBot",
        "Google-Extended",
        "GPTBot",
        "ImagesiftBot",
        "Meta-ExternalAgent",
        "Omgilibot",
        "PanguBot",
        "Timpibot",
        "Webzio-Extended",
    ];

    public static string Write(Imprint imprint, PublicAddress address)
    {
        var text = new StringBuilder();
        Line(text, "User-agent: *");
        Line(text, "Allow: /");
        foreach (var path in Closed)
        {
            Line(text, "Disallow: " + path);
        }

        if (imprint.ReservesTextMining)
        {
            Line(text, "Content-Usage: " + TextMining.Usage);
            Line(text, "");
            foreach (var name in Trainers)
            {
                Line(text, "User-agent: " + name);
            }

            Line(text, "Disallow: /");
        }

        Line(text, "");
        Line(text, "Sitemap: " + address.Of("/sitemap.xml"));
        Line(text, "Sitemap: " + address.Of("/sitemap-news.xml"));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

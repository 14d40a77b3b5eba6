using Gazetier.Features.Follows;
using Gazetier.Locales;
using Gazetier.Web;

namespace Gazetier.Features.Newsletters;

/// <summary>What things of newsletters are called on the screens.</summary>
public static class NewsletterNames
{
    public static string Name(this NewsletterBlockKind kind, Phrases t) => kind switch
    {
        NewsletterBlockKind.Articles => t["Articles"],
        NewsletterBlockKind.Text => t["Texte"],
        NewsletterBlockKind.Picture => t["Image"],
        NewsletterBlockKind.Notice => t["Encadré"],
        _ => t["Partenaire"],
    };

    public static string Name(this PartnerLabel label, Phrases t) => label == PartnerLabel.Communique ? t["Communiqué"] : t["Publicité"];

    /// <param name="product">Name of the product whose holders get it.</param>
    public static string Name(this Audience audience, Phrases t, string? product = null) => audience switch
    {
        Audience.Everybody => t["Tous les inscrits"],
        Audience.Subscribers => t["Les inscrits qui sont abonnés"],
        Audience.FreeReaders => t["Les inscrits qui ne sont pas abonnés"],
        Audience.Members => t["Les inscrits qui lisent par un organisme"],
        _ => product is null ? t["Les inscrits qui ont un produit"] : t["Les inscrits qui ont : {0}", product],
    };

    /// <summary>What a reader is told of who gets it; null: whoever signs up.</summary>
    public static string? Limit(this Newsletter newsletter, Phrases t, string? product = null) => newsletter.Audience switch
    {
        Audience.Everybody => null,
        Audience.Subscribers => t["Envoyée aux abonnés."],
        Audience.FreeReaders => t["Envoyée à ceux qui ne sont pas encore abonnés."],
        Audience.Members => t["Envoyée à ceux qui lisent par l’abonnement d’un organisme."],
        _ => product is null ? t["Envoyée aux abonnés."] : t["Envoyée aux abonnés : {0}.", product],
    };

    /// <summary>"le lundi et le jeudi à 7 h"; null where the rule makes none.</summary>
    public static string? Rhythm(this Newsletter newsletter, Phrases t)
    {
        if (newsletter.Making == NewsletterMaking.ByHand || newsletter.Days == Days.None)
        {
            return null;
        }

        var days = WeekDays.Where(day => newsletter.Days.Has(day)).Select(day => t.Culture.DateTimeFormat.GetDayName(day)).ToList();
        var hour = t.Hour(new DateTime(2026, 1, 1, newsletter.Hour, 0, 0, DateTimeKind.Unspecified));
        return days.Count == 7 ? t["chaque jour à {0}", hour] : t["{0} à {1}", string.Join(", ", days), hour];
    }

    /// <summary>From Monday on.</summary>
    public static readonly IReadOnlyList<DayOfWeek> WeekDays = [.. Enumerable.Range(1, 7).Select(n => (DayOfWeek)(n % 7))];

    /// <summary>The sentence that a reader agrees to; it is kept as it stands here (L-52).</summary>
    public static string ConsentTo(string newsletter, Phrases t) => t["Recevoir « {0} » par courrier électronique. Je peux me désinscrire à tout moment, d’un clic dans chaque envoi.", newsletter];

    /// <summary>"Thème : Eau".</summary>
    public static string Name(this FollowKind kind, Phrases t) => kind switch
    {
        FollowKind.Theme => t["Thème"],
        FollowKind.Section => t["Rubrique"],
        FollowKind.Dossier => t["Dossier"],
        _ => t["Auteur"],
    };
}

using Gazetier.Features.Articles;
using Gazetier.Locales;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>What the writing desk says in its head: what was just done, or when it was last kept.</summary>
public static class EditNotices
{
    public static string Said(EditModel page, Phrases t, TimeZoneInfo zone) => page.Done switch
    {
        _ when page.Chosen is not null && page.Chosen == page.Form.LeadPicture => t["Image choisie : enregistrez pour la garder."],
        "cree" => t["Article créé."],
        "etape" => t["L’article est maintenant « {0} ».", page.Stage.Name(t)],
        "restaure" => t["La version choisie est de nouveau la dernière."],
        "publie" => t["L’article est paru."],
        "antidate" when page.Article.PublishedAt is { } at => t["L’article est paru, à la date du {0}.", t.Moment(at, zone)],
        "republie" => t["La nouvelle version est parue."],
        "programme" => t["La parution est programmée."],
        "deprogramme" => t["La parution est annulée."],
        "retire" => t["L’article est retiré."],
        "commande" => t["La commande est enregistrée."],
        "note" => t["La note est enregistrée."],
        "annule" => t["Cette étape n’est plus possible : l’article a changé entre-temps."],
        _ when page.Manuscript is { SavedBy: { } by } manuscript => t["Enregistré le {0} par {1}.", t.Moment(manuscript.SavedAt, zone), by.DisplayName],
        _ when page.Article.Status == ArticleStatus.Draft => t["Pas encore enregistré."],
        _ => "",
    };
}

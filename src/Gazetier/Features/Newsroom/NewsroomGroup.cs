using Gazetier.Features.Accounts;

namespace Gazetier.Features.Newsroom;

/// <summary>Pages of the newsroom that stand beside each other. The head names the groups, and beneath them the pages of the one that is open.</summary>
/// <param name="Name">French, as the key of the translation.</param>
public sealed record NewsroomGroup(string Name, params IReadOnlyList<NewsroomPage> Pages)
{
    public static readonly IReadOnlyList<NewsroomGroup> All =
    [
        new("Ma table", new NewsroomPage("/redaction", "Ma table")),
        new("Articles", new("/redaction/articles", "Articles", StaffAct.Write), new("/redaction/planning", "Planning", StaffAct.Write), new("/redaction/clubs/questions", "Questions aux experts", StaffAct.Write)),
        new("La une", new("/redaction/une", "La une", StaffAct.ArrangeFrontPage), new("/redaction/apercu", "Aperçu", StaffAct.Write)),
        new("Médiathèque", new("/redaction/images", "Photothèque", StaffAct.KeepPictures), new("/redaction/fichiers", "Fichiers", StaffAct.KeepPictures)),
        new(
            "Le journal",
            new("/redaction/themes", "Thèmes", StaffAct.KeepIndex),
            new("/redaction/dossiers", "Dossiers", StaffAct.KeepIndex),
            new("/redaction/auteurs", "Auteurs", StaffAct.KeepIndex),
            new("/redaction/rubriques", "Rubriques", StaffAct.Govern),
            new("/redaction/clubs", "Clubs", StaffAct.Govern),
            new("/redaction/agenda", "Agenda", StaffAct.Publish),
            new("/redaction/annonces", "Annonces", StaffAct.Publish),
            new("/redaction/partenaires", "Partenaires", StaffAct.Govern),
            new("/redaction/magazine", "Magazine", StaffAct.Publish),
            new("/redaction/menu", "Menus", StaffAct.Govern),
            new("/redaction/redirections", "Redirections", StaffAct.Govern),
            new("/redaction/robots", "Robots", StaffAct.Govern),
            new("/redaction/donnees", "Données personnelles", StaffAct.Govern),
            new("/redaction/reglages", "Réglages", StaffAct.Govern)),
        new(
            "Documentation",
            new("/redaction/textes", "Textes", StaffAct.KeepIndex),
            new("/redaction/fiches", "Fiches", StaffAct.KeepIndex),
            new("/redaction/quiz", "Quiz", StaffAct.KeepIndex),
            new("/redaction/parcours", "Parcours", StaffAct.KeepIndex),
            new("/redaction/concours", "Concours", StaffAct.KeepIndex),
            new("/redaction/recherche", "Recherche", StaffAct.KeepIndex)),
        new(
            "Lecteurs",
            new("/redaction/chiffres", "Chiffres", StaffAct.Write),
            new("/redaction/conversation", "Conversation", StaffAct.Moderate),
            new("/redaction/lettres", "Lettres", StaffAct.Post),
            new("/redaction/envois", "Envois", StaffAct.Post),
            new("/redaction/expedition", "Expédition", StaffAct.Govern),
            new("/redaction/droits-de-reponse", "Droits de réponse", StaffAct.Publish)),
        new(
            "Abonnements",
            new("/redaction/lecteurs", "Lecteurs", StaffAct.KeepSubscriptions),
            new("/redaction/adresses-ecartees", "Adresses écartées", StaffAct.KeepSubscriptions),
            new("/redaction/lettres/importer", "Importer une liste", StaffAct.KeepSubscriptions),
            new("/redaction/organismes", "Organismes", StaffAct.KeepSubscriptions),
            new("/redaction/commandes", "Commandes", StaffAct.KeepSubscriptions),
            new("/redaction/resiliations", "Résiliations", StaffAct.KeepSubscriptions),
            new("/redaction/pourquoi", "Qui lit quoi", StaffAct.KeepSubscriptions),
            new("/redaction/formules", "Formules", StaffAct.KeepSubscriptions),
            new("/redaction/codes", "Codes promotionnels", StaffAct.KeepSubscriptions),
            new("/redaction/produits", "Produits", StaffAct.KeepSubscriptions),
            new("/redaction/reglements/moyens", "Moyens de paiement", StaffAct.KeepSubscriptions),
            new("/redaction/tva", "Taux de TVA", StaffAct.KeepSubscriptions),
            new("/redaction/conditions", "Conditions de vente", StaffAct.KeepSubscriptions),
            new("/redaction/acces", "Accès", StaffAct.Govern)),
        new("L’équipe", new("/redaction/equipe", "L’équipe", StaffAct.AppointStaff), new("/redaction/journal", "Registre", StaffAct.Govern)),
    ];

    /// <summary>What somebody with the role may use. Of a group where they may use one page only, that page is left, under its own name.</summary>
    public static IEnumerable<NewsroomGroup> For(StaffRole role) =>
        from @group in All
        let pages = @group.Pages.Where(page => page.Act is not { } act || role.May(act)).ToList()
        where pages.Count > 0
        select new NewsroomGroup(pages.Count == 1 ? pages[0].Name : @group.Name, pages);

    public bool Has(string address) => Pages.Any(page => page.Address == address);
}

using Gazetier.Locales;

namespace Gazetier.Features.Audit;

/// <summary>Acts in a person's words.</summary>
public static class ActNames
{
    public const string SignedIn = "staff.signed-in";
    public const string Added = "staff.added";
    public const string RoleChanged = "staff.role";
    public const string SectionsChanged = "staff.sections";
    public const string Dismissed = "staff.dismissed";
    public const string Disconnected = "staff.disconnected";
    public const string FactorSet = "factor.set";
    public const string FactorRemoved = "factor.removed";
    public const string FactorsReset = "factor.reset";
    public const string CodesMade = "factor.codes";
    public const string ProviderLinked = "provider.linked";
    public const string ProviderUnlinked = "provider.unlinked";

    /// <summary>What is not known is said as it stands: a line of an older version must still be read.</summary>
    public static string Of(string what, Phrases t) => what switch
    {
        SignedIn => t["Entrée dans la rédaction"],
        "synonyms.changed" => t["Synonymes changés"],
        "search.rebuilt" => t["Index de recherche refait"],
        Added => t["Ajout à l’équipe"],
        RoleChanged => t["Changement de fonction"],
        SectionsChanged => t["Changement de rubriques"],
        Dismissed => t["Départ de l’équipe"],
        Disconnected => t["Appareils déconnectés"],
        FactorSet => t["Seconde preuve ajoutée"],
        FactorRemoved => t["Seconde preuve retirée"],
        FactorsReset => t["Secondes preuves remises à zéro"],
        CodesMade => t["Codes de secours refaits"],
        ProviderLinked => t["Fournisseur d’identité relié"],
        ProviderUnlinked => t["Fournisseur d’identité retiré"],
        _ => OfASubscription(what, t) ?? OfAnArticle(what, t) ?? OfAHeading(what, t) ?? OfADocument(what, t) ?? OfTheNewspaper(what, t) ?? OfAnOrganisation(what, t) ?? OfSales(what, t) ?? OfANewsletter(what, t) ?? OfTheConversation(what, t) ?? what,
    };

    private static string? OfASubscription(string what, Phrases t) => what switch
    {
        "access.rules" => t["Règles d’accès changées"],
        "issue.pause" => t["Envoi suspendu"],
        "issue.reprendre" => t["Envoi repris"],
        "issue.arreter" => t["Envoi arrêté"],
        "departure.settled" => t["Résiliation traitée"],
        "subscription.granted" => t["Accès offert"],
        "subscription.moved" => t["Fin d’abonnement changée"],
        "subscription.suspended" => t["Abonnement suspendu"],
        "subscription.resumed" => t["Abonnement repris"],
        "suppression.lifted" => t["Adresse remise en service"],
        "posting.resumed" => t["Envois repris"],
        "list.imported" => t["Liste importée"],
        "pace.changed" => t["Cadence d’envoi changée"],
        "reader.merged" => t["Comptes fusionnés"],
        _ => null,
    };

    private static string? OfAnArticle(string what, Phrases t) => what switch
    {
        "article.created" => t["Article commencé"],
        "article.ordered" => t["Article commandé"],
        "article.moved" => t["Changement d’étape"],
        "article.published" => t["Article publié"],
        "article.republished" => t["Article publié à nouveau"],
        "article.scheduled" => t["Parution programmée"],
        "article.unscheduled" => t["Parution déprogrammée"],
        "article.withdrawn" => t["Article retiré"],
        "article.restored" => t["Version rétablie"],
        "article.due" => t["Échéance changée"],
        "article.reviewed" => t["Texte de machine relu"],
        "reply.published" => t["Droit de réponse publié"],
        "reply.refused" => t["Droit de réponse refusé"],
        "reply.asked-back" => t["Précision demandée"],
        "reply.typeset" => t["Réponse remise en typographie"],
        "preview.shared" => t["Article donné à relire"],
        "preview.revoked" => t["Lien de relecture retiré"],
        _ => null,
    };

    private static string? OfAHeading(string what, Phrases t) => what switch
    {
        "theme.created" => t["Thème créé"],
        "theme.changed" => t["Thème modifié"],
        "theme.merged" => t["Thème fusionné"],
        "theme.deleted" => t["Thème supprimé"],
        "section.created" => t["Rubrique créée"],
        "section.changed" => t["Rubrique modifiée"],
        "section.deleted" => t["Rubrique supprimée"],
        "dossier.created" => t["Dossier créé"],
        "dossier.changed" => t["Dossier modifié"],
        "dossier.merged" => t["Dossier fusionné"],
        "dossier.deleted" => t["Dossier supprimé"],
        "author.created" => t["Auteur créé"],
        "author.changed" => t["Auteur modifié"],
        "author.merged" => t["Auteur fusionné"],
        "author.deleted" => t["Auteur supprimé"],
        "dossier.arranged" => t["Dossier mis en ordre"],
        "sections.ordered" => t["Rubriques mises en ordre"],
        _ => null,
    };

    private static string? OfADocument(string what, Phrases t) => what switch
    {
        "text.created" => t["Texte ajouté"],
        "text.changed" => t["Texte changé"],
        "text.imported" => t["Textes importés"],
        "sheet.reviewed" => t["Fiche notée à jour"],
        "quiz.created" => t["Quiz créé"],
        "quiz.changed" => t["Quiz changé"],
        "path.created" => t["Parcours créé"],
        "path.changed" => t["Parcours changé"],
        "exam.created" => t["Concours ajouté"],
        "exam.changed" => t["Concours changé"],
        "exam.deleted" => t["Concours retiré"],
        "text.state" => t["Changement d’un texte noté"],
        "text.state-taken-back" => t["Changement d’un texte annulé"],
        _ => null,
    };

    private static string? OfTheNewspaper(string what, Phrases t) => what switch
    {
        "frontpage.drafted" => t["La une composée"],
        "frontpage.published" => t["La une mise en ligne"],
        "frontpage.scheduled" => t["La une programmée"],
        "frontpage.unscheduled" => t["La une déprogrammée"],
        "frontpage.deleted" => t["Composition de une supprimée"],
        "picture.kept" => t["Image ajoutée"],
        "picture.described" => t["Image décrite"],
        "picture.replaced" => t["Image remplacée"],
        "picture.deleted" => t["Image supprimée"],
        "file.kept" => t["Fichier ajouté"],
        "file.renamed" => t["Fichier renommé"],
        "file.deleted" => t["Fichier supprimé"],
        "redirects.kept" => t["Redirections ajoutées"],
        "redirect.deleted" => t["Redirection supprimée"],
        "menu.changed" => t["Menus modifiés"],
        "imprint.changed" => t["Réglages modifiés"],
        "robots.changed" => t["Règles des robots changées"],
        "imprint.logo" => t["Logo changé"],
        "imprint.icon" => t["Icône changée"],
        _ => null,
    };

    private static string? OfTheConversation(string what, Phrases t) => what switch
    {
        "comment.published" => t["Réaction publiée"],
        "comment.refused" => t["Réaction écartée"],
        "comment.featured" => t["Réaction choisie"],
        "comment.unfeatured" => t["Réaction rendue au fil"],
        "notice.rejected" => t["Signalement classé"],
        "reader.warned" => t["Lecteur averti"],
        "reader.premoderated" => t["Lecteur relu avant publication"],
        "reader.suspended" => t["Lecteur suspendu"],
        "reader.barred" => t["Lecteur exclu de la conversation"],
        "reader.lifted" => t["Mesure levée"],
        "appeal.granted" => t["Recours accepté"],
        "appeal.rejected" => t["Recours rejeté"],
        "conversation.rules" => t["Règles de la conversation changées"],
        "conversation.article" => t["Règle de réaction d’un article changée"],
        _ => null,
    };

    private static string? OfANewsletter(string what, Phrases t) => what switch
    {
        "partner.created" => t["Insertion créée"],
        "partner.changed" => t["Insertion modifiée"],
        "agenda.created" => t["Événement créé"],
        "agenda.changed" => t["Événement modifié"],
        "agenda.called-off" => t["Date d’événement annulée"],
        "announcement.created" => t["Annonce créée"],
        "announcement.changed" => t["Annonce modifiée"],
        "announcement.withdrawn" => t["Annonce retirée"],
        "announcement.restored" => t["Annonce remise"],
        "announcement.imported" => t["Annonces importées"],
        "announcement-source.added" => t["Flux d’annonces ajouté"],
        "announcement-source.removed" => t["Flux d’annonces retiré"],
        "magazine.created" => t["Numéro imprimé créé"],
        "magazine.changed" => t["Numéro imprimé modifié"],
        "magazine.contents" => t["Sommaire d’un numéro imprimé modifié"],
        "magazine.page" => t["Page d’un numéro imprimé écrite"],
        "magazine.pdf" => t["PDF d’un numéro imprimé ajouté"],
        "magazine.pdf-removed" => t["PDF d’un numéro imprimé retiré"],
        "magazine.published" => t["Numéro imprimé publié"],
        "magazine.withdrawn" => t["Numéro imprimé retiré"],
        "club.created" => t["Club préparé"],
        "club.changed" => t["Club modifié"],
        "club.deleted" => t["Club défait"],
        "club.question-declined" => t["Question aux experts écartée"],
        "newsletter.created" => t["Lettre créée"],
        "newsletter.changed" => t["Lettre modifiée"],
        "newsletter.deleted" => t["Lettre supprimée"],
        "newsletter.issue-begun" => t["Numéro de lettre commencé"],
        "newsletter.issue-deleted" => t["Brouillon de lettre supprimé"],
        "newsletter.scheduled" => t["Envoi de lettre programmé"],
        "newsletter.unscheduled" => t["Envoi de lettre déprogrammé"],
        "newsletter.sent" => t["Lettre envoyée"],
        _ => null,
    };

    private static string? OfAnOrganisation(string what, Phrases t) => what switch
    {
        "organisation.created" => t["Organisme ajouté"],
        "organisation.changed" => t["Organisme modifié"],
        "organisation.contract-made" => t["Contrat d’organisme ouvert"],
        "organisation.contract-changed" => t["Contrat d’organisme modifié"],
        "organisation.contract-suspended" => t["Contrat d’organisme suspendu"],
        "organisation.contract-resumed" => t["Contrat d’organisme repris"],
        "organisation.contract-ended" => t["Contrat d’organisme terminé"],
        "organisation.domain-added" => t["Domaine donné à un organisme"],
        "organisation.domain-removed" => t["Domaine retiré à un organisme"],
        "organisation.range-added" => t["Plage d’adresses donnée à un organisme"],
        "organisation.range-removed" => t["Plage d’adresses retirée à un organisme"],
        "organisation.siret-added" => t["SIRET donné à un organisme"],
        "organisation.siret-removed" => t["SIRET retiré à un organisme"],
        "organisation.steward-added" => t["Gestionnaire ajouté"],
        "organisation.steward-removed" => t["Gestionnaire retiré"],
        "organisation.seat-given" => t["Place donnée"],
        "organisation.invited" => t["Invitation à une place envoyée"],
        "organisation.invitation-taken-back" => t["Invitation à une place reprise"],
        "organisation.seat-withdrawn" => t["Place retirée"],
        _ => null,
    };

    private static string? OfSales(string what, Phrases t) => what switch
    {
        "product.created" => t["Produit créé"],
        "product.changed" => t["Produit modifié"],
        "product.retired" => t["Produit retiré"],
        "product.restored" => t["Produit remis en service"],
        "offer.created" => t["Formule créée"],
        "offer.changed" => t["Formule modifiée"],
        "offer.retired" => t["Formule retirée"],
        "offer.restored" => t["Formule remise en vente"],
        "offers.ordered" => t["Formules mises en ordre"],
        "promotion.created" => t["Code promotionnel créé"],
        "promotion.retired" => t["Code promotionnel retiré"],
        "means.changed" => t["Moyens de paiement modifiés"],
        "vat.added" => t["Taux de TVA écrit"],
        "vat.removed" => t["Taux de TVA à venir retiré"],
        "terms.published" => t["Conditions de vente publiées"],
        "purchase.accepted" => t["Commande acceptée"],
        "purchase.cancelled" => t["Commande annulée"],
        "payment.recorded" => t["Règlement enregistré"],
        "payment.undone" => t["Règlement contre-passé"],
        "payment.refunded" => t["Remboursement enregistré"],
        _ => null,
    };
}

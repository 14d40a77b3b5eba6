namespace Gazetier.Features.Generate;

/// <summary>
/// Words that generated articles are made of. The places are invented. Every "who" is singular and every "does" is in
/// the third person, so that any of them goes with any other.
/// </summary>
internal static class FrenchWords
{
    public static readonly string[] Places =
    [
        "Valmorel", "Saint-Aurèle", "Lormière", "Corvaux", "Bourg-Montréval", "Marmance", "Belcombe-sur-Lenne", "Plateaux-sur-Lenne",
        "Rochebrune", "Villeneuve-d’Orge", "Sainte-Foy-les-Étangs", "Maubec", "Kerlann", "Montferrand-le-Vieux", "Brac-Nord",
        "Port-Ligier", "Chavigny", "La Ferté-Saulnier", "Bellegarde-en-Plaine", "Grandval", "Trois-Fontaines", "Loret",
        "Castelmaure", "Fontenoy-la-Rivière", "Pont-Sarlin", "Beaulieu-le-Haut", "Mireval", "Tourny", "Lescalles", "Noirvaux",
    ];

    public static readonly string[] Who =
    [
        "le maire de {0}", "la communauté de communes de {0}", "le conseil municipal de {0}", "la directrice générale de {0}",
        "le centre de gestion", "le conseil départemental", "la métropole de {0}", "le syndicat des eaux de {0}",
        "la chambre régionale des comptes", "l’association des maires", "le préfet", "la direction des finances de {0}",
        "le tribunal administratif", "la région", "l’office public de l’habitat de {0}", "le service des marchés de {0}",
        "la police municipale de {0}", "le centre communal d’action sociale de {0}", "un cadre territorial de {0}",
        "l’intercommunalité de {0}", "la responsable des écoles de {0}", "le secrétaire de mairie de {0}",
    ];

    public static readonly string[] Does =
    [
        "présente", "défend", "reporte", "met à l’étude", "vote", "conteste", "annonce", "détaille", "chiffre", "remet à plat",
        "examine", "prépare", "adopte", "réexamine", "soutient", "expérimente", "étend", "abandonne", "simplifie", "évalue",
    ];

    public static readonly string[] What =
    [
        "le plan pluriannuel d’investissement", "la rénovation des écoles", "un nouveau marché d’assainissement",
        "la tarification de la cantine", "le règlement du temps de travail", "une charte de l’intelligence artificielle",
        "la mutualisation des services", "le budget annexe de l’eau", "le plan local d’urbanisme", "la prime des agents",
        "un schéma des mobilités", "la vidéoprotection du centre", "l’ouverture des données", "un fonds de soutien aux communes",
        "le transfert de la compétence eau", "le recrutement de dix apprentis", "la délégation de service public",
        "une clause de réversibilité", "le rapport social unique", "la réforme de la dotation", "un observatoire du logement",
        "le plan de sobriété énergétique", "la gestion des déchets", "un guichet unique pour les familles",
    ];

    public static readonly string[] How =
    [
        "après trois mois de concertation", "malgré des recettes en baisse", "pour un coût de {0} euros", "avant la fin de l’année",
        "sans augmenter les tarifs", "avec l’appui de ses voisines", "sous le contrôle du préfet", "par {1} voix contre {2}",
        "dans un contexte budgétaire tendu", "en associant les habitants", "au terme d’un débat de quatre heures",
        "conformément à l’avis de la commission", "pour les {1} prochains mois", "à la demande des agents", "faute de candidats",
        "en attendant le décret d’application", "sur {1} sites pilotes", "avec une économie attendue de {2} %",
    ];

    public static readonly string[] Sentences =
    [
        "« Nous n’avions pas mesuré ce que cela demanderait aux équipes », reconnaît l’élu chargé du dossier.",
        "Le calendrier reste serré, et personne ne promet qu’il sera tenu.",
        "Reste la question du financement, que le débat n’a pas tranchée.",
        "Les syndicats demandent, eux, que l’effort soit partagé.",
        "Le texte sera de nouveau examiné à la prochaine séance.",
        "Sur le terrain, les services ont déjà changé leurs habitudes.",
        "« Ce qui compte, c’est que l’usager sache à qui s’adresser », résume la cheffe de service.",
        "D’autres collectivités suivent l’expérience de près.",
        "La somme paraît modeste ; rapportée au nombre d’habitants, elle ne l’est pas.",
        "Le droit ne l’interdit pas, mais il oblige à le motiver.",
        "Un premier bilan est attendu au printemps.",
        "Les associations regrettent d’avoir été consultées si tard.",
        "À l’usage, la règle s’est révélée plus souple qu’on ne le craignait.",
        "Aucune de ces pistes ne suffit à elle seule.",
    ];

    public static readonly string[] Headings =
    [
        "Un calendrier serré", "Ce que dit le droit", "Qui paie, et combien", "Des agents partagés", "Une méthode à trouver",
        "Les leçons d’un premier essai", "Trois obstacles", "Et les petites communes ?", "Un débat qui n’est pas clos", "La suite",
    ];

    public static readonly string[] FirstNames =
    [
        "Claire", "Hugo", "Nadia", "Étienne", "Solène", "Marc", "Inès", "Paul", "Jeanne", "Karim", "Louise", "Bastien", "Aïcha",
        "Maël", "Sylvie", "Thibault", "Élodie", "Rachid", "Anne", "Gaëtan", "Mélanie", "Yann", "Odile", "François",
    ];

    public static readonly string[] LastNames =
    [
        "Vasseur", "Lemarchand", "Ménard", "Roche", "Kermadec", "Duval", "Fontanel", "Garrigue", "Thibault", "Oulmane", "Besson",
        "Chauvet", "Delaunay", "Estève", "Ferrand", "Guérin", "Hamelin", "Jacquot", "Lacaze", "Morvan", "Naudet", "Picard",
    ];
}

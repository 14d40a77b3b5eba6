using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Audit;
using Gazetier.Features.Authors;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Deliveries.Pace;
using Gazetier.Features.FrontPages;
using Gazetier.Features.Manuscripts;
using Gazetier.Features.Newsletters;
using Gazetier.Features.Previews;
using Gazetier.Features.Trials;

namespace Gazetier.Features.DataMap;

/// <summary>Lines of the data map that belong to no account: what the newsroom's own work leaves, and what stands outside the program.</summary>
public static class HeldByTheHouse
{
    public static IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Essais déjà faits : une empreinte, d’où l’adresse ne se retrouve pas",
            "N’accorder à chacun qu’un essai de chaque offre",
            "Intérêt légitime",
            "Tant que l’essai est proposé",
            WithTheAccount.OfNoAccount,
            [typeof(TrialTaken)]),
        new(
            "Messages que vous nous écrivez",
            "Vous répondre",
            "Intérêt légitime",
            "Le temps de l’échange, un an au plus après le dernier message",
            WithTheAccount.OfNoAccount,
            []),
        new(
            "Auteurs : nom, fonction, portrait, présentation, articles signés",
            "Dire qui a écrit",
            "Contrat de travail ; liberté d’informer",
            "Aussi longtemps que les articles",
            WithTheAccount.OfNoAccount,
            [typeof(Author), typeof(Byline)]) { IsOfStaff = true },
        new(
            "Travail de la rédaction et du service : qui a écrit, relu, publié, importé ou décidé quoi, et quand",
            "Faire le journal, en répondre",
            "Contrat de travail ; intérêt légitime",
            "Les connexions, un an ; les actes, aussi longtemps que le journal",
            WithTheAccount.Detached,
            [
                typeof(Act), typeof(Manuscript), typeof(Revision), typeof(Note), typeof(Presence), typeof(PreviewLink), typeof(Arrangement), typeof(NewsletterIssue),
                typeof(PaceRule), typeof(WarmUpPlan), typeof(PostingAlert),
            ]) { IsOfStaff = true },
    ];
}

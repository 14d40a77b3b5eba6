using Gazetier.Locales;

namespace Gazetier.Features.Planning;

/// <summary>What the newsroom calls a milestone.</summary>
public static class MilestoneNames
{
    public static string Name(this MilestoneKind kind, Phrases t) => kind switch
    {
        MilestoneKind.Due => t["À rendre"],
        MilestoneKind.Appears => t["Paraît"],
        MilestoneKind.Appeared => t["Paru"],
        MilestoneKind.EmbargoEnds => t["Fin d’embargo"],
        MilestoneKind.BecomesFree => t["Devient libre"],
        MilestoneKind.BecomesLocked => t["Devient réservé"],
        MilestoneKind.PinEnds => t["Fin d’épinglage à la une"],
        _ => t["Quitte la une"],
    };

    /// <summary>Why it stayed where it was.</summary>
    public static string Refusal(this MilestoneOutcome outcome, Phrases t) => outcome switch
    {
        MilestoneOutcome.Forbidden => t["Ce jalon n’est pas à vous de le déplacer."],
        MilestoneOutcome.Past => t["Cette heure est passée : pour paraître maintenant, passez par « Faire paraître »."],
        MilestoneOutcome.Embargoed => t["L’embargo n’est pas levé à cette heure : choisissez une heure plus tardive, ou changez la commande."],
        _ => t["Quelqu’un l’a déplacé entre-temps : voici où il en est."],
    };
}

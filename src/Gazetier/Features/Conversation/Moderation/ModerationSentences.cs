using Gazetier.Locales;

namespace Gazetier.Features.Conversation.Moderation;

/// <summary>Reasons in a person's words.</summary>
public static class ModerationSentences
{
    /// <summary>To its author.</summary>
    public static string ToAuthor(this ModerationReason reason, Phrases t) => reason switch
    {
        ModerationReason.TooShort => t["Écrivez votre réaction."],
        ModerationReason.TooLong => t["Votre réaction est trop longue : raccourcissez-la."],
        ModerationReason.SaidBefore => t["Vous avez déjà écrit cela sous cet article."],
        ModerationReason.TooFast => t["Vous écrivez vite : attendez quelques minutes, votre texte reste dans la page."],
        ModerationReason.ManyWaiting => t["Plusieurs de vos réactions attendent encore d’être lues : celle-ci pourra partir quand elles l’auront été."],
        ModerationReason.RefusedWord => t["Elle contient un mot que la charte de la conversation n’admet pas."],
        ModerationReason.Outside => t["Un contrôle automatique l’a écartée."],
        ModerationReason.None => t["Elle est publiée."],
        ModerationReason.Moderator => t["Une personne de la rédaction l’a lue et en a décidé."],
        _ => t["Une personne de la rédaction la lit avant qu’elle paraisse."],
    };

    /// <summary>To the newsroom.</summary>
    public static string ToNewsroom(this ModerationReason reason, Phrases t) => reason switch
    {
        ModerationReason.SaidByMany => t["même texte chez d’autres"],
        ModerationReason.RefusedWord => t["mot refusé"],
        ModerationReason.SuspectWord => t["mot à surveiller"],
        ModerationReason.Links => t["liens"],
        ModerationReason.Crowd => t["affluence"],
        ModerationReason.RefusedLately => t["refus récents"],
        ModerationReason.PreModerated => t["personne relue avant publication"],
        ModerationReason.Newcomer => t["première réaction"],
        ModerationReason.ReadBefore => t["article relu avant publication"],
        ModerationReason.Outside => t["contrôle extérieur"],
        ModerationReason.OutsideSilent => t["contrôle extérieur muet"],
        ModerationReason.Edited => t["modifiée par son auteur"],
        ModerationReason.Moderator => t["décision de la rédaction"],
        _ => "",
    };
}

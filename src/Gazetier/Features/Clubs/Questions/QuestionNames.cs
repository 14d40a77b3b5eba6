using Gazetier.Locales;

namespace Gazetier.Features.Clubs.Questions;

public static class QuestionNames
{
    public static string Name(this QuestionState state, Phrases t) => state switch
    {
        QuestionState.Waiting => t["En attente"],
        QuestionState.InHand => t["Réponse en cours d’écriture"],
        QuestionState.Answered => t["Réponse parue"],
        _ => t["Sans réponse"],
    };
}

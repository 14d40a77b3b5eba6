using Gazetier.Locales;

namespace Gazetier.Features.Staff.Newsroom;

/// <summary>Why an appointment is not made, in words.</summary>
public static class Refusals
{
    public static string Say(AppointmentRefusal refusal, Phrases t) => refusal switch
    {
        AppointmentRefusal.Oneself => t["Personne ne change sa propre fonction : demandez-le à une autre personne de l’administration."],
        AppointmentRefusal.LastAdministrator => t["C’est la dernière personne à l’administration : nommez-en d’abord une autre."],
        _ => t["Votre propre fonction a changé entre-temps : rien n’a été fait."],
    };
}

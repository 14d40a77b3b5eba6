using Gazetier.Locales;

namespace Gazetier.Features.Redirects.Newsroom;

/// <summary>Why a redirect was refused, in a sentence.</summary>
public static class RefusalNames
{
    public static string Said(this RedirectRefusal why, Phrases t) => why switch
    {
        RedirectRefusal.NoPath => t["L’ancienne adresse doit être un chemin : elle commence par /."],
        RedirectRefusal.NotOurs => t["La nouvelle adresse doit être un chemin de ce site : elle commence par /."],
        RedirectRefusal.Circle => t["Elle tournerait en rond."],
        RedirectRefusal.Living => t["Une page répond déjà à l’ancienne adresse : la redirection n’aurait pas d’effet."],
        _ => t["Aucune page ne répond à la nouvelle adresse."],
    };
}

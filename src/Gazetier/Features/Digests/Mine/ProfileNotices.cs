using Gazetier.Data;
using Gazetier.Features.Follows;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Web;

namespace Gazetier.Features.Digests.Mine;

/// <summary>What Ma Gazette answers to a reader who comes from a form.</summary>
public class ProfileNotices(GazetierDb db, Masthead masthead, Phrases t)
{
    /// <param name="followsNothing">Nothing can be sent then, whatever the rhythm.</param>
    public async Task<Notice?> OfAsync(Asked asked, DigestRhythm rhythm, bool followsNothing, CancellationToken cancel)
    {
        if (asked.Fait == "enregistre")
        {
            return new Notice(followsNothing ? t["C’est enregistré. Vous ne suivez rien : cochez au moins un thème pour que votre édition parte."]
                : rhythm.NextDueAt is { } next ? await DepartureAsync(next, cancel) : t["C’est enregistré. Votre édition n’est plus postée ; elle reste sur le site."]);
        }

        if (Followable.KindOf(asked.Kind) is not { } kind || await db.FindAsync(kind, [asked.Slug ?? ""], cancel) is not [var named])
        {
            return null;
        }

        var text = asked.Fait switch
        {
            "suivi" => t["Vous suivez désormais « {0} ».", named.Name],
            "quitte" => t["Vous ne suivez plus « {0} ».", named.Name],
            "coche" => t["« {0} » est coché : enregistrez pour le suivre.", named.Name],
            _ => null,
        };
        return text is null ? null : new Notice(text, LocalPath.Or(asked.Retour, "/"), new Subject(kind, named.Id));
    }

    private async Task<string> DepartureAsync(DateTime next, CancellationToken cancel)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(next, await masthead.ZoneAsync(cancel));
        return t["Enregistré. Votre prochaine édition part {0} à {1}.", local.ToString("dddd d MMMM", t.Culture), local.ToString(t.Language == Language.English ? "HH:mm" : "H' h'", t.Culture)];
    }
}

/// <summary>What the address says of the form that led here.</summary>
public sealed record Asked(string? Fait = null, string? Kind = null, string? Slug = null, string? Retour = null);

/// <summary>A sentence above the form.</summary>
/// <param name="Back">The page that the reader came from, or null.</param>
public sealed record Notice(string Text, string? Back = null, Subject? Subject = null);

using Gazetier.Locales;

namespace Gazetier.Features.Figures;

/// <summary>Says in words how a number stands beside that of the period before. Pure.</summary>
public static class Compared
{
    /// <summary>Below this a share of it says nothing: the number itself is said.</summary>
    private const int Few = 20;

    /// <summary>"12 % de plus que les 7 jours d’avant."</summary>
    public static string Said(Phrases t, long now, long before, int days)
    {
        if (days == 1)
        {
            return t["Hier, toute la journée : {0}.", Number(t, before)];
        }

        if (before < Few)
        {
            return t["{0} les {1} jours d’avant.", Number(t, before), days];
        }

        var percent = Audience.Percent(now - before, before);
        return percent switch
        {
            0 => t["Autant que les {0} jours d’avant.", days],
            >= 200 => t["{0} fois plus que les {1} jours d’avant.", Number(t, (long)Math.Round((double)now / before)), days],
            > 0 => t["{0} % de plus que les {1} jours d’avant.", percent, days],
            _ => t["{0} % de moins que les {1} jours d’avant.", -percent, days],
        };
    }

    /// <summary>The same for the share of views that met the wall, in points.</summary>
    public static string SaidOfStops(Phrases t, Audience now, Audience before)
    {
        if (before.Views < Few)
        {
            return t["Trop peu de vues avant pour comparer."];
        }

        if (now.Period.Days == 1)
        {
            return t["Hier, toute la journée : {0} %.", before.StoppedPercent];
        }

        return (now.StoppedPercent - before.StoppedPercent) switch
        {
            0 => t["Autant que les {0} jours d’avant.", now.Period.Days],
            > 0 and var more => t.Plural(more, "{0} point de plus qu’avant.", "{0} points de plus qu’avant."),
            var less => t.Plural(-less, "{0} point de moins qu’avant.", "{0} points de moins qu’avant."),
        };
    }

    private static string Number(Phrases t, long number) => number.ToString("N0", t.Culture);
}

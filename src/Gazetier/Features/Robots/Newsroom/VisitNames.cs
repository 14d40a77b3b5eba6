using Gazetier.Locales;

namespace Gazetier.Features.Robots.Newsroom;

/// <summary>Verdicts and answers in a person's words.</summary>
public static class VisitNames
{
    public static string Name(this RobotVerdict verdict, Phrases t) => verdict switch
    {
        RobotVerdict.Verified => t["Vérifié"],
        RobotVerdict.Impostor => t["Imposteur"],
        _ => t["Non vérifié"],
    };

    public static string Name(this RobotAnswer answer, Phrases t) => answer switch
    {
        RobotAnswer.Given => t["Page donnée"],
        RobotAnswer.Rules => t["Règles lues"],
        RobotAnswer.Licence => t["402, licence demandée"],
        _ => t["403, refusé"],
    };
}

using Gazetier.Locales;

namespace Gazetier.Features.Manuscripts;

/// <summary>What the newsroom calls a stage.</summary>
public static class StageNames
{
    public static string Name(this Stage stage, Phrases t) => stage switch
    {
        Stage.Idea => t["Idée"],
        Stage.Assigned => t["Commandé"],
        Stage.Writing => t["En écriture"],
        Stage.ToReadOver => t["À relire"],
        Stage.Ready => t["Prêt"],
        Stage.Published => t["Publié"],
        _ => t["Retiré"],
    };

    /// <summary>What the button says that moves it there.</summary>
    /// <param name="from">Where it stands.</param>
    public static string Move(this Stage stage, Stage from, Phrases t) => stage switch
    {
        Stage.Idea => t["Remettre en idée"],
        Stage.Assigned => t["Commander"],
        Stage.Writing when from is Stage.Idea or Stage.Assigned => t["Passer en écriture"],
        Stage.Writing => t["Renvoyer en écriture"],
        Stage.ToReadOver => t["Donner à relire"],
        _ => t["Dire prêt"],
    };

    /// <summary>Class of the mark in lists.</summary>
    public static string Mark(this Stage stage) => stage switch
    {
        Stage.Published => "good",
        Stage.Withdrawn => "bad",
        Stage.ToReadOver or Stage.Ready => "warn",
        _ => "",
    };
}

using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>What the newsroom's page sends: what to do, with which comments, and why.</summary>
public sealed class DecisionForm
{
    /// <summary>"publier", "refuser", "garder", "choisir", "rendre"; alone it is about what is ticked, else "publier:" with an id, or "publier:a:…" with a group.</summary>
    [FromForm(Name = "acte")]
    public string? Deed { get; set; }

    [FromForm(Name = "choix")]
    public List<Guid> Ticked { get; set; } = [];

    [FromForm(Name = "fondement")]
    public RestrictionGround Ground { get; set; }

    /// <summary>What the author, or the notifier, reads; empty: the ground says it.</summary>
    [FromForm(Name = "faits")]
    public string? Facts { get; set; }

    public string Verb => (Deed ?? "").Split(':')[0];

    /// <summary>Of one comment, or of a group; null: what is ticked.</summary>
    public string? Target => Deed is { } deed && deed.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? deed[(at + 1)..] : null;

    /// <summary>In the newspaper's words where the moderator wrote none.</summary>
    public string Reasons(Phrases t)
    {
        var written = Printable.Only(Facts ?? "").ReplaceLineEndings("\n").Trim();
        return written.Length > 0 ? written
            : Verb == "garder" ? t["Elle ne contrevient ni à la loi ni à la charte de la conversation."]
            : t["Le texte de la réaction relève de : {0}.", Ground.Name(t)];
    }
}

using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Clubs.Mine;

/// <summary>A member's own entry in the directory.</summary>
public sealed class EntryForm
{
    /// <summary>Never ticked before somebody ticks it (L-62).</summary>
    [FromForm(Name = "paraitre")]
    public bool Wants { get; set; }

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "fonction")]
    public string? Function { get; set; }

    [FromForm(Name = "organisme")]
    public string? Organisation { get; set; }

    [FromForm(Name = "apropos")]
    public string? About { get; set; }

    public static EntryForm Of(ClubMember entry) => new() { Wants = true, Name = entry.Name, Function = entry.Function, Organisation = entry.Organisation, About = entry.About };

    /// <summary>Says in <paramref name="state"/> what is missing or too long.</summary>
    public bool Check(ModelStateDictionary state, Phrases t)
    {
        if (Printable.Line(Name ?? "").Length == 0)
        {
            state.AddModelError("nom", t["Écrivez le nom sous lequel les membres vous trouvent."]);
        }

        foreach (var (field, text, longest) in new[] { ("nom", Name, ClubMember.MaxName), ("fonction", Function, ClubMember.MaxLine), ("organisme", Organisation, ClubMember.MaxLine), ("apropos", About, ClubMember.MaxAbout) })
        {
            state.Limit(field, text, longest, t);
        }

        return state.IsValid;
    }

    public void CopyTo(ClubMember entry) =>
        (entry.Name, entry.Function, entry.Organisation, entry.About) = (Printable.Line(Name!), Printable.Line(Function ?? ""), Printable.Line(Organisation ?? ""), Printable.Line(About ?? ""));
}

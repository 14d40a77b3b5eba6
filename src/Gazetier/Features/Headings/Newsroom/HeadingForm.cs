using Gazetier.Data;
using Gazetier.Features.Articles;
using Gazetier.Features.Follows;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Headings.Newsroom;

/// <summary>The fields that sections, themes, dossiers and authors have alike.</summary>
public sealed class HeadingForm
{
    public const int LongestName = 120;
    public const int LongestAbout = 3_000;

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    /// <summary>Empty: made from the name.</summary>
    [FromForm(Name = "adresse")]
    public string? Slug { get; set; }

    [FromForm(Name = "texte")]
    public string? About { get; set; }

    /// <summary>Clean, and the address free; null where something is wrong, which <paramref name="state"/> then says.</summary>
    /// <param name="own">Null for one that is new.</param>
    public async Task<Named?> ReadAsync(GazetierDb db, FollowKind kind, Guid? own, ModelStateDictionary state, Phrases t, CancellationToken cancel)
    {
        Name = Printable.Line(Name ?? "");
        About = Printable.Only(About ?? "").Trim();
        if (Name.Length is 0 or > LongestName)
        {
            state.AddModelError("nom", t["Donnez un nom, de {0} signes au plus.", LongestName]);
        }

        state.Limit("texte", About, LongestAbout, t);

        var typed = Printable.Line(Slug ?? "");
        var slug = Text.Slug.From(typed.Length == 0 ? Name : typed[..Math.Min(typed.Length, 200)]);
        if (await db.TakenByAsync(kind, slug, own, cancel) is { } by)
        {
            state.AddModelError("adresse", t["L’adresse « {0} » est prise : elle mène à {1}.", slug, by]);
        }

        return state.IsValid ? new Named(own ?? Guid.CreateVersion7(), slug, Name) : null;
    }
}

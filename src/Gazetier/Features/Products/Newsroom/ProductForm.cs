using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Products.Newsroom;

/// <summary>A product's name and its sentence.</summary>
public sealed class ProductForm
{
    public const int MaxName = 100;
    public const int MaxDescription = 500;
    public const int MaxTrialDays = 365;

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "description")]
    public string? Description { get; set; }

    [FromForm(Name = "essai")]
    public int? TrialDays { get; set; }

    public static ProductForm Of(Product product) => new() { Name = product.Name, Description = product.Description, TrialDays = product.TrialDays };

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    /// <param name="all">Those that exist.</param>
    /// <param name="own">Number of the one that is renamed; null: it is a new one.</param>
    /// <returns>The slug that a new one has.</returns>
    public string Check(IReadOnlyList<Product> all, int? own, ModelStateDictionary state, Phrases t)
    {
        var name = Printable.Line(Name ?? "");
        if (name.Length is 0 or > MaxName)
        {
            state.AddModelError("nom", t["Donnez un nom, de {0} signes au plus.", MaxName]);
        }
        else if (all.Any(p => p.Number != own && Fold.Of(p.Name) == Fold.Of(name)))
        {
            state.AddModelError("nom", t["Un produit porte déjà ce nom."]);
        }

        state.Limit("description", Description, MaxDescription, t);

        if (TrialDays is < 0 or > MaxTrialDays)
        {
            state.AddModelError("essai", t["Écrivez un nombre de {0} à {1}.", 0, MaxTrialDays]);
        }

        var slug = Slug.From(name);
        slug = slug.Length == 0 ? "produit" : slug[..Math.Min(slug.Length, 90)];
        return all.Any(p => p.Slug == slug) ? $"{slug}-{all.Count}" : slug;
    }

    public void CopyTo(Product product)
    {
        product.Name = Printable.Line(Name ?? "");
        product.Description = Printable.Line(Description ?? "");
        product.TrialDays = TrialDays ?? 0;
    }
}

using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Departures;

/// <summary>What the forms of cancellation and withdrawal ask: what the law lets them ask, and no more (D215-2, D221-5).</summary>
public sealed class Declaration
{
    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "email")]
    public string? Email { get; set; }

    [FromForm(Name = "reference")]
    public string? Reference { get; set; }

    /// <summary>"2026-12-31"; empty: as soon as can be.</summary>
    [FromForm(Name = "fin")]
    public string? WishedOn { get; set; }

    [FromForm(Name = "motif")]
    public string? Ground { get; set; }

    [FromForm(Name = "adresse")]
    public string? PostalAddress { get; set; }

    /// <summary>Says in <paramref name="state"/> what is missing or cannot be read.</summary>
    public void Check(ModelStateDictionary state, Phrases t)
    {
        if (Printable.Line(Name ?? "").Length == 0)
        {
            state.AddModelError("nom", t["Écrivez votre nom, ou celui de l’organisme."]);
        }

        if (EmailAddress.Read(Email) is null)
        {
            state.AddModelError("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        if (!string.IsNullOrWhiteSpace(WishedOn) && Day is null)
        {
            state.AddModelError("fin", t["Écrivez une date, par exemple 2026-12-31."]);
        }

        if (Kept(Ground).Length > 0 && Kept(PostalAddress).Length == 0)
        {
            state.AddModelError("adresse", t["Pour un motif légitime, écrivez votre adresse postale."]);
        }

        Limit("nom", Name, Departure.MaxName);
        Limit("reference", Reference, Departure.MaxReference);
        Limit("motif", Ground, Departure.MaxGround);
        Limit("adresse", PostalAddress, Departure.MaxAddress);

        void Limit(string field, string? text, int longest) => state.Limit(field, text, longest, t);
    }

    /// <summary>Once it was checked.</summary>
    public Departure ToDeparture(DepartureKind kind, Language language) => new()
    {
        Kind = kind,
        Name = Printable.Line(Name!),
        Email = EmailAddress.Read(Email)!,
        Reference = Printable.Line(Reference ?? ""),
        WishedOn = Day,
        Ground = Kept(Ground),
        PostalAddress = Kept(PostalAddress),
        Language = language.Code(),
    };

    private DateOnly? Day => LocalMoment.ReadDay(WishedOn);

    private static string Kept(string? text) => Printable.Only(text ?? "").ReplaceLineEndings("\n").Trim();
}

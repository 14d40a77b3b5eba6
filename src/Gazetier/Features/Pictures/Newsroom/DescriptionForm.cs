using System.Globalization;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>What the page of a picture sends.</summary>
public sealed class DescriptionForm
{
    [FromForm(Name = "credit")]
    public string? Credit { get; set; }

    [FromForm(Name = "alt")]
    public string? AlternativeText { get; set; }

    [FromForm(Name = "decorative")]
    public bool IsDecoration { get; set; }

    [FromForm(Name = "legende")]
    public string? Caption { get; set; }

    [FromForm(Name = "droits")]
    public string? Rights { get; set; }

    [FromForm(Name = "origine")]
    public string? Origin { get; set; }

    /// <summary>The last day on which it may be shown: "2026-12-31"; empty without an end.</summary>
    [FromForm(Name = "fin")]
    public string? LastDay { get; set; }

    [FromForm(Name = "machine")]
    public bool IsMachineMade { get; set; }

    [FromForm(Name = "x")]
    public int FocusX { get; set; } = Focus.Middle;

    [FromForm(Name = "y")]
    public int FocusY { get; set; } = Focus.Middle;

    public Focus Focus => new(FocusX, FocusY);

    public static DescriptionForm Of(Picture picture, TimeZoneInfo zone) => new()
    {
        Credit = picture.Credit,
        AlternativeText = picture.AlternativeText,
        IsDecoration = picture.IsDecoration,
        Caption = picture.Caption,
        Rights = picture.Rights,
        Origin = picture.Origin,
        LastDay = picture.RightsEndAt is { } end ? Dates.Local(end.AddTicks(-1), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        IsMachineMade = picture.IsMachineMade,
        FocusX = picture.FocusX,
        FocusY = picture.FocusY,
    };

    /// <summary>Null where something is wrong, which <paramref name="state"/> then says.</summary>
    /// <param name="rightsEndAt">UTC; the midnight after the last day, on the newspaper's clock.</param>
    public PictureDescription? Read(ModelStateDictionary state, TimeZoneInfo zone, Phrases t, out DateTime? rightsEndAt)
    {
        Limit("credit", Credit, Picture.MaxCredit);
        Limit("alt", AlternativeText, Picture.MaxAlternativeText);
        Limit("legende", Caption, Picture.MaxCaption);
        Limit("droits", Rights, Picture.MaxRights);
        Limit("origine", Origin, Picture.MaxOrigin);
        Need("credit", Line(Credit).Length > 0, t["Dites qui a fait l’image et qui en détient les droits."]);
        Need("alt", IsDecoration || Line(AlternativeText).Length > 0, t["Dites en une phrase ce que montre l’image, ou déclarez-la décorative."]);
        Need("x", FocusX is >= 0 and <= 100, t["Un nombre de 0 à 100."]);
        Need("y", FocusY is >= 0 and <= 100, t["Un nombre de 0 à 100."]);
        Need("fin", TryReadDay(LastDay, zone, out rightsEndAt), t["Écrivez une date, par exemple 2026-12-31."]);
        return state.IsValid
            ? new PictureDescription(Line(Credit), IsDecoration ? "" : Line(AlternativeText), Line(Caption), Printable.Only(Rights ?? "").Trim(), Line(Origin), IsMachineMade)
            : null;

        void Need(string field, bool isRight, string sentence)
        {
            if (!isRight)
            {
                state.AddModelError(field, sentence);
            }
        }

        void Limit(string field, string? text, int longest) =>
            Need(field, !(text?.Length > longest), t["{0} signes au plus, ici {1}.", longest, text?.Length ?? 0]);
    }

    private static bool TryReadDay(string? text, TimeZoneInfo zone, out DateTime? end)
    {
        end = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (LocalMoment.ReadDay(text) is not { } day)
        {
            return false;
        }

        end = LocalMoment.StartOf(day.AddDays(1), zone);
        return true;
    }

    private static string Line(string? text) => Printable.Line(text ?? "");
}

using System.Globalization;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Taxes.Newsroom;

/// <summary>The fields of a new rate.</summary>
public sealed class RateForm
{
    public const int MaxSource = 300;

    [FromForm(Name = "nature")]
    public VatClass? Class { get; set; }

    [FromForm(Name = "client")]
    public VatCustomer? Customer { get; set; }

    [FromForm(Name = "territoire")]
    public Territory? Territory { get; set; }

    /// <summary>"2027-01-01".</summary>
    [FromForm(Name = "depuis")]
    public string? From { get; set; }

    /// <summary>In percent, "5,5".</summary>
    [FromForm(Name = "taux")]
    public string? Percent { get; set; }

    [FromForm(Name = "source")]
    public string? Source { get; set; }

    /// <summary>Null: something is wrong, and <paramref name="state"/> says what.</summary>
    public VatRate? Read(DateOnly today, ModelStateDictionary state, Phrases t)
    {
        var day = LocalMoment.ReadDay(From);
        var rate = ReadPercent(Percent);
        var source = Printable.Line(Source ?? "");
        Wrong("nature", Class is null || !Enum.IsDefined(Class.Value), t["Choisissez ce qui est vendu."]);
        Wrong("client", Customer is null || !Enum.IsDefined(Customer.Value), t["Choisissez qui achète."]);
        Wrong("territoire", Territory is null || !Enum.IsDefined(Territory.Value), t["Choisissez un territoire."]);
        Wrong("depuis", day is null || day <= today, t["Écrivez un jour à venir : le passé ne se change pas."]);
        Wrong("taux", rate is null, t["Écrivez un taux en pour cent, comme 5,5, de 0 à 50."]);
        Wrong("source", source.Length is 0 or > MaxSource, t["Citez le texte de loi, en {0} signes au plus.", MaxSource]);
        return state.IsValid ? new VatRate { Class = Class!.Value, Customer = Customer!.Value, Territory = Territory!.Value, From = day!.Value, BasisPoints = rate!.Value, Source = source } : null;

        void Wrong(string field, bool isWrong, string sentence)
        {
            if (isWrong)
            {
                state.Remove(field);
                state.AddModelError(field, sentence);
            }
        }
    }

    /// <summary>Hundredths of a percent; null: it is no rate.</summary>
    private static int? ReadPercent(string? typed) =>
        decimal.TryParse((typed ?? "").Replace('%', ' ').Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= 50 && percent * 100 == decimal.Truncate(percent * 100)
            ? (int)(percent * 100)
            : null;
}

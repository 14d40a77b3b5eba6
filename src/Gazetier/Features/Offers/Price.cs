using System.Globalization;
using Gazetier.Locales;

namespace Gazetier.Features.Offers;

/// <summary>A price as the reader's language writes it: "199 €", "16,58 €", "€199".</summary>
public static class Price
{
    /// <param name="currency">ISO 4217.</param>
    /// <param name="culture">Gives the order and the marks; the currency stays the offer's.</param>
    public static string Of(int cents, string currency, CultureInfo culture)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = currency switch { "EUR" => "€", "GBP" => "£", "USD" => "$", _ => currency };
        // The framework parts figure and mark by a blank, at which a line may break.
        return (cents / 100m).ToString(cents % 100 == 0 ? "C0" : "C2", format).Replace(' ', '\u00A0');
    }

    /// <summary>What <paramref name="offer"/> costs a month, in cents, rounded to the nearest.</summary>
    public static int CentsAMonth(this Offer offer) =>
        offer.TermMonths <= 1 ? offer.PriceCents : (int)Math.Round(offer.PriceCents / (decimal)offer.TermMonths, MidpointRounding.AwayFromZero);

    /// <summary>"2,1 %".</summary>
    public static string Rate(int basisPoints, CultureInfo culture) =>
        (basisPoints / 100m).ToString("0.##", culture) + (culture.TwoLetterISOLanguageName == "fr" ? "\u00A0%" : "%");

    /// <summary>"par an", "par mois", "pour 3 mois".</summary>
    public static string Term(int months, Phrases t) => months switch
    {
        1 => t["par mois"],
        12 => t["par an"],
        _ => t["pour {0} mois", months],
    };

    /// <summary>Cents of what somebody typed, "1 199,50" too; null: it is no amount.</summary>
    public static int? Read(string? typed)
    {
        var figures = new string([.. (typed ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign is not ('€' or '\u202F' or '\u00A0'))]).Replace(',', '.');
        return decimal.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount * 100 <= Offer.MaxPrice && amount * 100 == decimal.Truncate(amount * 100)
            ? (int)(amount * 100)
            : null;
    }

    /// <summary>For a field of a form: "199,00".</summary>
    public static string Typed(int? cents) => cents is { } known ? $"{known / 100},{known % 100:00}" : "";
}

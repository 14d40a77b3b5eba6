using System.Globalization;

namespace Gazetier.Features.Offers;

/// <summary>A price as the reader's language writes it: "199 €", "16,58 €", "€199".</summary>
public static class Price
{
    /// <param name="cents">All taxes included, as offers have it.</param>
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
}

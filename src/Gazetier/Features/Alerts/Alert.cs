using System.Globalization;

namespace Gazetier.Features.Alerts;

/// <summary>Alerts as a list of the ledger: each article is an issue, and each change of a legal text.</summary>
public static class Alert
{
    /// <summary>"alerts/1234": an article is told of once.</summary>
    public static string KeyOf(long article) => string.Create(CultureInfo.InvariantCulture, $"{Deliveries.Delivery.Alerts}/{article}");

    /// <summary>"alerts/text/0190…": a change of a legal text is told of once.</summary>
    public static string KeyOf(Guid state) => $"{OfTexts}{state:N}";

    /// <summary>The change of a legal text that an issue tells of; null: it tells of an article.</summary>
    public static Guid? StateOf(string key) =>
        key.StartsWith(OfTexts, StringComparison.Ordinal) && Guid.TryParseExact(key[OfTexts.Length..], "N", out var state) ? state : null;

    private const string OfTexts = Deliveries.Delivery.Alerts + "/text/";
}

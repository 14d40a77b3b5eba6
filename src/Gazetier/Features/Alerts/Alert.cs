using System.Globalization;

namespace Gazetier.Features.Alerts;

/// <summary>Alerts as a list of the ledger: each article is an issue.</summary>
public static class Alert
{
    /// <summary>"alerts/1234": an article is told of once.</summary>
    public static string KeyOf(long article) => string.Create(CultureInfo.InvariantCulture, $"{Deliveries.Delivery.Alerts}/{article}");
}

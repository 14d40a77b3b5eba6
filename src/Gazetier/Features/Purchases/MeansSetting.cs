using System.Globalization;
using Gazetier.Features.Offers;

namespace Gazetier.Features.Purchases;

/// <summary>Réglage d'un moyen de paiement: whether readers are offered it, what they must know, and what happens when nobody pays.</summary>
public class MeansSetting
{
    public const int MaxText = 1_000;
    public const int MaxDays = 365;

    public PaymentMeans Means { get; set; }

    public bool IsOn { get; set; }

    /// <summary>How to pay, as the customer reads it: the IBAN, to whose order, where to.</summary>
    public string Text { get; set; } = "";

    /// <summary>Access opens when it is paid, not when it is ordered.</summary>
    public bool OpensOnPayment { get; set; }

    /// <summary>Days from the order, or from the opening, until it is due.</summary>
    public int DueDays { get; set; }

    /// <summary>Days after that until access stops.</summary>
    public int GraceDays { get; set; }

    /// <summary>Days after the order on which one that opened nothing and that nobody paid is taken back by itself. 0: never.</summary>
    public int LapseDays { get; set; } = 60;

    /// <summary>Days after it was due on which a reminder goes out, "1,15,30".</summary>
    public string ReminderDays { get; set; } = "";

    /// <summary>Whether these customers may pay so.</summary>
    public bool IsFor(CustomerKind customer) => Means switch
    {
        PaymentMeans.Complimentary => false,
        PaymentMeans.Mandate => customer == CustomerKind.Organisation,
        _ => true,
    };

    /// <summary>Rising; what is no number of days is left out.</summary>
    public IReadOnlyList<int> Reminders =>
    [
        .. ReminderDays.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1)
            .Where(days => days is >= 0 and <= MaxDays).Distinct().Order(),
    ];

    /// <summary>UTC; when the reminder after so many goes out: in the morning, not at the midnight when it fell due. Null: there is none.</summary>
    public DateTime? NextReminder(DateTime dueAt, int sent) => sent < Reminders.Count ? dueAt.AddDays(Reminders[sent]).AddHours(9) : null;
}

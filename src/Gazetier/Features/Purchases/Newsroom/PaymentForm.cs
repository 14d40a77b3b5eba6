using System.Globalization;
using Gazetier.Features.Offers;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Purchases.Newsroom;

/// <summary>Money that came, or went back: how much, when, how.</summary>
public sealed class PaymentForm
{
    [FromForm(Name = "montant")]
    public string? Amount { get; set; }

    [FromForm(Name = "jour")]
    public string? Day { get; set; }

    [FromForm(Name = "moyen")]
    public PaymentMeans? Means { get; set; }

    [FromForm(Name = "note")]
    public string? Note { get; set; }

    public static PaymentForm For(int cents, PaymentMeans? means, DateOnly today) => new()
    {
        Amount = cents == 0 ? "" : Price.Typed(cents),
        Day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Means = means,
    };

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public void Check(DateOnly today, ModelStateDictionary state, Phrases t)
    {
        if (Price.Read(Amount) is null or 0)
        {
            state.AddModelError("montant", t["Écrivez un montant, comme 199,00."]);
        }

        if (LocalMoment.ReadDay(Day) is not { } day || day > today)
        {
            state.AddModelError("jour", t["Écrivez le jour où l’argent a été reçu ou rendu : aujourd’hui au plus tard."]);
        }

        if (Means is null || !Enum.IsDefined(Means.Value))
        {
            state.Remove("moyen");
            state.AddModelError("moyen", t["Choisissez le moyen."]);
        }

        state.Limit("note", Note, Payment.MaxNote, t);
    }

    /// <summary>Once it was checked.</summary>
    public Payment ToPayment(Guid purchaseId, PaymentKind kind) => new()
    {
        PurchaseId = purchaseId,
        Kind = kind,
        Cents = kind == PaymentKind.Received ? Price.Read(Amount)!.Value : -Price.Read(Amount)!.Value,
        Means = Means!.Value,
        ReceivedOn = LocalMoment.ReadDay(Day)!.Value,
        Note = Printable.Line(Note ?? ""),
    };
}

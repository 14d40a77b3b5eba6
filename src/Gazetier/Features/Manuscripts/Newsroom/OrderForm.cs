using System.Globalization;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>The fields of an order, on the page of a new article and on the order's own. Times are on the newspaper's clock.</summary>
public sealed class OrderForm
{
    [FromForm(Name = "qui")]
    public Guid? Writer { get; set; }

    [FromForm(Name = "echeance")]
    public string? Due { get; set; }

    [FromForm(Name = "longueur")]
    public int? Words { get; set; }

    [FromForm(Name = "consigne")]
    public string? Brief { get; set; }

    [FromForm(Name = "embargo")]
    public string? Embargo { get; set; }

    public static OrderForm Of(Order order, TimeZoneInfo zone) => new()
    {
        Writer = order.Writer,
        Due = LocalMoment.Write(order.DueAt, zone),
        Words = order.Words,
        Brief = order.Brief,
        Embargo = LocalMoment.Write(order.EmbargoUntil, zone),
    };

    /// <summary>Null where something is wrong, which <paramref name="state"/> then says.</summary>
    public Order? Read(IReadOnlyList<Choice> writers, TimeZoneInfo zone, ModelStateDictionary state, Phrases t)
    {
        if (!LocalMoment.TryRead(Due, zone, out var dueAt))
        {
            state.AddModelError("echeance", t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        }

        if (!LocalMoment.TryRead(Embargo, zone, out var embargoUntil))
        {
            state.AddModelError("embargo", t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        }

        if (Words is < 1 or > Order.MostWords)
        {
            state.AddModelError("longueur", t["Entre 1 et {0} mots.", Order.MostWords.ToString("N0", CultureInfo.CurrentCulture)]);
        }

        state.Limit("consigne", Brief, Order.LongestBrief, t);

        if (Writer is not null && !writers.Any(writer => writer.Id == Writer))
        {
            state.AddModelError("qui", t["Cette personne n’écrit pas dans ce journal."]);
        }

        return state.IsValid ? new Order(Writer, dueAt, Words, Printable.Only(Brief ?? "").Trim(), embargoUntil) : null;
    }
}

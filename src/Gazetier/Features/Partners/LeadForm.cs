using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Partners;

/// <summary>What a reader writes to a partner.</summary>
public sealed class LeadForm
{
    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "email")]
    public string? Email { get; set; }

    [FromForm(Name = "fonction")]
    public string? Function { get; set; }

    [FromForm(Name = "organisme")]
    public string? Organisation { get; set; }

    [FromForm(Name = "message")]
    public string? Message { get; set; }

    /// <summary>That it may go to the partner. Never ticked beforehand (L-62).</summary>
    [FromForm(Name = "accord")]
    public bool MaySend { get; set; }

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public void Check(ModelStateDictionary state, Insertion insertion, Phrases t)
    {
        if (Printable.Line(Name ?? "").Length == 0)
        {
            state.AddModelError("nom", t["Écrivez votre nom."]);
        }

        if (EmailAddress.Read(Email) is null)
        {
            state.AddModelError("email", t["Écrivez une adresse électronique, par exemple nom@commune.fr."]);
        }

        if (Printable.Only(Message ?? "").Trim().Length == 0)
        {
            state.AddModelError("message", t["Écrivez ce que vous voulez demander."]);
        }

        if (!MaySend)
        {
            state.AddModelError("accord", t["Cochez la case pour que nous le transmettions à {0}.", insertion.Partner]);
        }

        foreach (var (field, text, longest) in new[] { ("nom", Name, Lead.MaxName), ("fonction", Function, Lead.MaxName), ("organisme", Organisation, Lead.MaxName), ("message", Message, Lead.MaxMessage) })
        {
            state.Limit(field, text, longest, t);
        }
    }

    public Lead ToLead() => new()
    {
        Name = Printable.Line(Name!),
        Email = EmailAddress.Read(Email)!,
        Function = Printable.Line(Function ?? ""),
        Organisation = Printable.Line(Organisation ?? ""),
        Message = Printable.Only(Message!).Trim(),
    };
}

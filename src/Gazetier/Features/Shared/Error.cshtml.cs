using System.Globalization;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Shared;

/// <summary>What a reader sees when an address does not answer: why, and where to go.</summary>
[NoForm]
public class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public string? Incident { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    public string Title(Phrases t) => Code switch
    {
        403 => t["Cette demande ne vient pas de notre page"],
        404 => t["Cette page n’est pas dans le journal"],
        409 => t["Quelqu’un a été plus rapide"],
        410 => t["Cet article a été retiré"],
        413 => t["C’est trop long"],
        429 => t["Trop de demandes"],
        < 500 => t["Cette demande n’est pas lisible"],
        503 => t["Le journal revient dans un instant"],
        _ => t["Quelque chose s’est cassé chez nous"],
    };

    public string Explanation(Phrases t) => Code switch
    {
        403 => t["Pour votre sécurité, un formulaire ne peut être envoyé que depuis le journal. Rouvrez la page et recommencez."],
        404 => t["L’adresse a peut-être changé. Le plan du site mène à toutes les rubriques."],
        409 => t["Quelqu’un a changé la même chose au même instant. Revenez à la page précédente, relisez-la, puis recommencez : rien de ce qui était enregistré n’est perdu."],
        410 => t["La rédaction a retiré cet article ; son adresse ne sera pas réutilisée."],
        413 => t["Ce que vous avez envoyé dépasse la taille permise. Rien n’a été enregistré."],
        429 => t["Attendez une minute, puis recommencez."],
        400 => t["Elle est arrivée coupée, ou contient un caractère invisible que le journal ne garde pas. Rien n’a été enregistré. Revenez à la page précédente : ce que vous avez écrit y est encore."],
        < 500 => t["Revenez à la page précédente et recommencez."],
        503 => t["Il n’atteint pas ses données en ce moment. Rien n’est perdu ; recommencez dans une minute."],
        _ => t["La rédaction technique est prévenue. Rien de ce que vous aviez enregistré n’est perdu."],
    };

    private void Show()
    {
        // From the route itself: where a form cannot be read, the framework binds nothing at all.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Code = HttpContext.Items.ContainsKey(Incidents.Passing) ? StatusCodes.Status503ServiceUnavailable
            : HttpContext.Items.ContainsKey(Incidents.Overtaken) ? StatusCodes.Status409Conflict
            : code is >= 400 and < 600 ? code
            : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Incident = HttpContext.Items[Incidents.Number] as string;
    }
}

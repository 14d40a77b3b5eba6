using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Figures;

/// <summary>Where a reader asks not to be measured, and sees whether the browser asks already. The wish is a cookie of this browser.</summary>
public class RefuseModel(DoNotMeasure wish) : PageModel
{
    public bool IsAskedByBrowser { get; private set; }

    public bool IsAskedByCookie { get; private set; }

    public void OnGet()
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        (IsAskedByBrowser, IsAskedByCookie) = (DoNotMeasure.IsAskedByBrowser(Request), wish.IsAskedByCookie(Request));
    }

    public IActionResult OnPost([FromForm] string? choix)
    {
        if (choix is not ("oui" or "non"))
        {
            OnGet();
            return this.Refused(StatusCodes.Status422UnprocessableEntity);
        }

        wish.Write(Response, isAsked: choix == "non");
        return LocalRedirect("/donnees-personnelles/mesure");
    }
}

using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Accounts.Factors.Mine;

/// <summary>Where staff without a second factor are led before the newsroom opens, and where readers choose one if they like.</summary>
public class ChooseModel : PageModel
{
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnPath { get; set; }

    public string Next => LocalPath.Or(ReturnPath, "");

    public void OnGet()
    {
    }
}

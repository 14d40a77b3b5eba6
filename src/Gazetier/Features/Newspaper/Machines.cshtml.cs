using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newspaper;

/// <summary>What the newspaper does with machines that write, and what it does not (L-90, L-91).</summary>
[PublicPage]
public class MachinesModel : PageModel
{
    public void OnGet()
    {
    }
}

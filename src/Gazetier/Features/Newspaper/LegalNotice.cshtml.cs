using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newspaper;

/// <summary>Who publishes, directs and hosts the newspaper (LCEN art. 1-1).</summary>
[PublicPage]
public class LegalNoticeModel : PageModel
{
    public void OnGet()
    {
    }
}

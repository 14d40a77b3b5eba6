using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newspaper;

/// <summary>The declaration of accessibility (RGAA 4.1.2).</summary>
[PublicPage]
public class AccessibilityModel : PageModel
{
    public void OnGet()
    {
    }
}

using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newspaper;

/// <summary>How to register, read, receive and leave.</summary>
[PublicPage]
public class HelpModel : PageModel
{
    public void OnGet()
    {
    }
}

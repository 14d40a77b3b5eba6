using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newspaper;

/// <summary>Whom to write to and call.</summary>
[PublicPage]
public class ContactModel : PageModel
{
    public void OnGet()
    {
    }
}

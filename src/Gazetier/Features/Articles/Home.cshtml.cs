using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Articles;

[PublicPage]
public class HomeModel : PageModel
{
    public void OnGet()
    {
    }
}

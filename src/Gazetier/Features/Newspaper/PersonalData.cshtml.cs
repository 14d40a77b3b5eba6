using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newspaper;

/// <summary>The data charter: what is held, why, how long, and the reader's rights (GDPR art. 13).</summary>
[PublicPage]
public class PersonalDataModel : PageModel
{
    public void OnGet()
    {
    }
}

using Gazetier.Data;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Licensing;

/// <summary>What programs may do with the newspaper, and whom they ask for more. Refusals lead here.</summary>
[PublicPage]
public class ShowModel(GazetierDb db, ReadPolicy read) : PageModel
{
    public RobotPolicy Policy { get; private set; } = null!;

    /// <summary>As the desk wrote them; may be empty.</summary>
    public string Terms { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Policy = await read.RunAsync(cancel);
        Terms = await db.RobotSettings.Where(s => s.Id == 1).Select(s => s.Terms).FirstOrDefaultAsync(cancel) ?? "";
    }
}

using Gazetier.Features.DataMap;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Newspaper;

/// <summary>The data charter: what is held, why, how long, and the reader's rights (GDPR art. 13). Its table is made from the data map (L-40).</summary>
[PublicPage]
public class PersonalDataModel(ReadDataMap map, Masthead masthead) : PageModel
{
    public ReadDataMap Map { get; } = map;

    public Imprint Imprint { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Imprint = await masthead.ImprintAsync(cancel);
}

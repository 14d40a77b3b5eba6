using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Where a provider sends back who signed out there, too (P-07). Changes nothing: our session was over before.</summary>
public class LeftModel(LeaveProvider leave) : PageModel
{
    [BindProperty(Name = "state", SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Null: this browser did not leave with that state, so we do not know.</summary>
    public Provider? Provider { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => Provider = await leave.ReturnedAsync(HttpContext, State, cancel);
}

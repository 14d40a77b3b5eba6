using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.SenderHealth.Newsroom;

/// <summary>What a receiver sees of the sender's domain, and the records to set (E-08). Looked at when somebody asks: it takes seconds.</summary>
[StaffMay(StaffAct.Govern)]
public class IndexModel(InspectSender inspect, Phrases t) : PageModel
{
    public string Domain => inspect.Domain;

    /// <summary>Null: nobody asked yet.</summary>
    public IReadOnlyList<Finding>? Found { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>The report is the answer: it stands nowhere else.</summary>
    public async Task OnPostAsync(CancellationToken cancel) => Found = await inspect.RunAsync(t, cancel);
}

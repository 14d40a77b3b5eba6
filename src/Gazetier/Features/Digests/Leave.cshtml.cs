using Gazetier.Data;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Digests;

/// <summary>
/// "/u/{token}" (E-02, RFC 8058). A GET shows and changes nothing, for mail gateways follow every link; a POST takes the
/// reader off at once, from whoever has the token, whatever stands in its body. So nothing here is bound from a form.
/// </summary>
public class LeaveModel(UnsubscribeLink links, LeaveDigest leave, CountReading count, GazetierDb db) : PageModel
{
    public string Token { get; private set; } = "";

    /// <summary>False: the token is nobody's. A mail program may have cut it: the page says what to do.</summary>
    public bool IsKnown { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>How often the edition was posted until now; null when it was not found.</summary>
    public Frequency? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReaderAsync() is not { } account)
        {
            return Unknown();
        }

        IsDone = !await db.DigestRhythms.AnyAsync(r => r.AccountId == account && r.Frequency != Frequency.Never, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReaderAsync() is not { } account)
        {
            return Unknown();
        }

        Before = await leave.RunAsync(account, HttpContext.RequestAborted);
        if (Before is not null and not Frequency.Never)
        {
            count.Left(Digest.List);
        }

        IsDone = true;
        var isPerson = Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return isPerson ? Page() : Content("Désinscription enregistrée.\n", "text/plain; charset=utf-8");
    }

    private async Task<Guid?> ReaderAsync()
    {
        // The address holds the token: it is nobody else's business.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Token = (string)RouteData.Values["token"]!;
        var leaver = await links.ReadAsync(Token, HttpContext.RequestAborted);
        IsKnown = leaver?.List == Digest.List;
        return IsKnown ? leaver!.AccountId : null;
    }

    private PageResult Unknown()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}

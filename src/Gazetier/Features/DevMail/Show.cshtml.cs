using System.Text.RegularExpressions;
using Gazetier.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MimeKit;

namespace Gazetier.Features.DevMail;

public partial class ShowModel(Shelf shelf, KeptMails mails) : PageModel
{
    public string Name { get; private set; } = "";

    public MimeMessage Mail { get; private set; } = null!;

    /// <summary>Addresses in the text part: what a reader would follow.</summary>
    public IReadOnlyList<string> Links { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancel)
    {
        if (!shelf.IsOpenTo(HttpContext) || await mails.FindAsync(name, cancel) is not { } mail)
        {
            return NotFound();
        }

        Name = name;
        Mail = mail;
        HttpContext.Response.RegisterForDispose(mail);
        Links = [.. Address().Matches(mail.TextBody ?? "").Select(match => match.Value).Distinct(StringComparer.Ordinal)];
        // The one frame of the newspaper: the mail's own HTML, in a sandbox.
        Response.Headers.ContentSecurityPolicy = Response.Headers.ContentSecurityPolicy + "; frame-src 'self'";
        return Page();
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

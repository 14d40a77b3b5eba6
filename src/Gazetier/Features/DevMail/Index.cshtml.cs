using Gazetier.Features.Accounts.Factors;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MimeKit;

namespace Gazetier.Features.DevMail;

public class IndexModel(Shelf shelf, KeptMails mails, ShownCodes codes) : PageModel
{
    private const int Size = 50;

    public IReadOnlyList<Line> Mails { get; private set; } = [];

    /// <summary>What the demonstration's accounts are asked for when they sign in.</summary>
    public IReadOnlyList<ShownCode> Codes { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, Size, 0);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancel)
    {
        var names = mails.Names();
        Paging = new Paging(number ?? 1, Size, names.Count);
        if (!shelf.IsOpenTo(HttpContext) || Paging.IsOut)
        {
            return NotFound();
        }

        var lines = new List<Line>();
        foreach (var name in names.Skip(Paging.Skip).Take(Size))
        {
            using var mail = await mails.FindAsync(name, cancel);
            lines.Add(Line.Of(name, mail!));
        }

        Mails = lines;
        Codes = await codes.RunAsync(cancel);
        return Page();
    }

    /// <summary>A mail in the list.</summary>
    public sealed record Line(string Name, string From, string To, string Subject, string Date)
    {
        public static Line Of(string name, MimeMessage mail) =>
            new(name, mail.From.ToString(), mail.To.ToString(), mail.Subject ?? "", mail.Date.ToString("u", System.Globalization.CultureInfo.InvariantCulture));
    }
}

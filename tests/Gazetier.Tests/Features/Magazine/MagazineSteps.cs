using System.Text;
using Gazetier.Features.Magazine;
using Gazetier.Tests.Features.Library;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Tests.Features.Magazine;

/// <summary>What the newsroom does with the issue of the cast.</summary>
internal static class MagazineSteps
{
    public const string Path = "/magazine/1/";
    public const string Desk = "/redaction/magazine/1";

    /// <summary>As short as a PDF may be that we take.</summary>
    public static byte[] Pdf(string inside = "rien") => Encoding.Latin1.GetBytes($"%PDF-1.7\n{inside}\n%%EOF\n");

    public static Task<Answer> SendPdfAsync(this Browser editor, byte[] content, string name = "numero.pdf") => editor.SendFileAsync(Desk + "/pdf", name, content);

    public static Task<PrintIssue> IssueAsync(this Site site, int number = 1) => site.DoAsync(db =>
        db.PrintIssues.AsNoTracking().Include(i => i.Entries.OrderBy(e => e.Position)).Include(i => i.Written).FirstAsync(i => i.Number == number));

    /// <summary>The form of an issue.</summary>
    public static (string Name, string Value)[] Fields(int number, string title, int version = 0) =>
        [("numero", number.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("titre", title), ("date", "2026-12-03"), ("pages", "16"), ("resume", "En bref."), ("acces", "Subscription"), ("produits", "0"), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}

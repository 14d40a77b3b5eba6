using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Magazine.Newsroom;

/// <summary>What the page of an issue asks.</summary>
public sealed class IssueForm
{
    [FromForm(Name = "numero")]
    public int? Number { get; set; }

    [FromForm(Name = "titre")]
    public string? Title { get; set; }

    [FromForm(Name = "date")]
    public string? DatedOn { get; set; }

    [FromForm(Name = "pages")]
    public int? Pages { get; set; }

    [FromForm(Name = "resume")]
    public string? Summary { get; set; }

    [FromForm(Name = "acces")]
    public Requirement Access { get; set; } = Requirement.Subscription;

    [FromForm(Name = "produits")]
    public List<int> Products { get; set; } = [0];

    [FromForm(Name = "couverture")]
    public Guid? Cover { get; set; }

    /// <summary>Of the issue when the form was opened.</summary>
    [FromForm(Name = "version")]
    public int Version { get; set; }

    public static IssueForm Of(PrintIssue issue) => new()
    {
        Number = issue.Number,
        Title = issue.Title,
        DatedOn = issue.DatedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Pages = issue.Pages,
        Summary = issue.Summary,
        Access = issue.Access,
        Products = [.. issue.AnyOf.Numbers],
        Cover = issue.CoverId,
        Version = issue.Version,
    };

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    /// <param name="issue">Null: a new one. The number of one that is out stays: readers may have linked to it.</param>
    public async Task CheckAsync(GazetierDb db, PrintIssue? issue, ModelStateDictionary state, Phrases t, CancellationToken cancel)
    {
        var (number, id) = (issue?.PublishedAt is null ? Number : issue.Number, issue?.Id);
        Complain(number is not (>= 1 and <= PrintIssue.MostNumber), "numero", t["Écrivez un nombre de {0} à {1}.", 1, PrintIssue.MostNumber]);
        Complain(number is not null && await db.PrintIssues.AnyAsync(i => i.Number == number && i.Id != id, cancel), "numero", t["Ce numéro existe déjà."]);
        Complain(Printable.Line(Title ?? "").Length == 0, "titre", t["Donnez un titre."]);
        Complain(LocalMoment.ReadDay(DatedOn) is null, "date", t["Écrivez une date, comme 23/11/2026."]);
        Complain(Pages is not (>= 1 and <= PrintIssue.MostPages), "pages", t["Écrivez un nombre de {0} à {1}.", 1, PrintIssue.MostPages]);
        var last = issue is null || Pages is null ? 0 : await LastPageAsync(db, issue.Id, cancel);
        Complain(Pages < last, "pages", t["Le sommaire ou une page écrite va jusqu’à la page {0}.", last]);
        Complain(!Enum.IsDefined(Access), "acces", t["Choisissez qui lit le numéro."]);
        Complain(Cover is not null && !await db.Pictures.AnyAsync(p => p.Id == Cover, cancel), "couverture", t["Cette image n’existe plus : choisissez-en une autre."]);
        state.Limit("titre", Title, PrintIssue.MaxTitle, t);
        state.Limit("resume", Summary, PrintIssue.MaxSummary, t);

        void Complain(bool isWrong, string field, string sentence)
        {
            if (isWrong)
            {
                state.Remove(field);
                state.AddModelError(field, sentence);
            }
        }
    }

    /// <summary>Once it was checked.</summary>
    public void CopyTo(PrintIssue issue)
    {
        issue.Number = issue.PublishedAt is null ? Number!.Value : issue.Number;
        issue.Title = Printable.Line(Title!);
        issue.Summary = Printable.Line(Summary ?? "");
        issue.DatedOn = LocalMoment.ReadDay(DatedOn)!.Value;
        issue.Pages = Pages!.Value;
        issue.Access = Access;
        var products = ProductSet.Of(Products.Where(number => number is >= 0 and < ProductSet.Most));
        issue.AnyOf = products.IsEmpty ? ProductSet.Paper : products;
        issue.CoverId = Cover;
    }

    private static async Task<int> LastPageAsync(GazetierDb db, Guid issue, CancellationToken cancel) => Math.Max(
        await db.PrintEntries.Where(e => e.IssueId == issue).MaxAsync(e => (int?)e.Folio, cancel) ?? 0,
        await db.PrintPages.Where(p => p.IssueId == issue).MaxAsync(p => (int?)p.Folio, cancel) ?? 0);
}

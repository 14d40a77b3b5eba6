using System.Globalization;
using Gazetier.Features.Follows;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Newsletters.Newsroom;

/// <summary>The settings of a newsletter, as the form has them.</summary>
public sealed class NewsletterForm
{
    /// <summary>In <see cref="Source"/>: all articles.</summary>
    public const string WholePaper = "tout";

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    /// <summary>Of a new one; empty: made from its name.</summary>
    [FromForm(Name = "adresse")]
    public string? Slug { get; set; }

    [FromForm(Name = "description")]
    public string? Description { get; set; }

    [FromForm(Name = "fabrication")]
    public NewsletterMaking Making { get; set; }

    /// <summary>"theme:…", or <see cref="WholePaper"/>.</summary>
    [FromForm(Name = "source")]
    public string? Source { get; set; }

    [FromForm(Name = "jours")]
    public List<DayOfWeek> Days { get; set; } = [];

    [FromForm(Name = "heure")]
    public int? Hour { get; set; }

    [FromForm(Name = "remonte")]
    public int? SpanDays { get; set; }

    [FromForm(Name = "articles")]
    public int? AtMost { get; set; }

    [FromForm(Name = "public")]
    public Audience Audience { get; set; }

    [FromForm(Name = "produit")]
    public int? Product { get; set; }

    [FromForm(Name = "ouverte")]
    public bool IsOpen { get; set; }

    public static NewsletterForm Of(Newsletter newsletter) => new()
    {
        Name = newsletter.Name,
        Slug = newsletter.Slug,
        Description = newsletter.Description,
        Making = newsletter.Making,
        Source = newsletter.SourceId is { } id ? SourceOf(newsletter.SourceKind!.Value, id) : WholePaper,
        Days = [.. NewsletterNames.WeekDays.Where(day => newsletter.Days.Has(day))],
        Hour = newsletter.Hour,
        SpanDays = newsletter.SpanDays,
        AtMost = newsletter.AtMost,
        Audience = newsletter.Audience,
        Product = newsletter.ProductNumber,
        IsOpen = newsletter.IsOpen,
    };

    public static string SourceOf(FollowKind kind, Guid id) => $"{Followable.NameOf(kind)}:{id}";

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    /// <param name="sources">All that the rule can take articles of.</param>
    /// <param name="products">Numbers of the products.</param>
    public void Check(IReadOnlySet<string> sources, IEnumerable<int> products, ModelStateDictionary state, Phrases t)
    {
        Name = Printable.Line(Name ?? "");
        Description = Printable.Line(Description ?? "");
        Require(Name.Length is > 0 and <= Newsletter.MaxName, "nom", t["Donnez un nom, de {0} signes au plus.", Newsletter.MaxName]);
        Require(Description.Length <= Newsletter.MaxDescription, "description", t["{0} signes au plus, ici {1}.", Newsletter.MaxDescription, Description.Length]);
        Require(Enum.IsDefined(Making), "fabrication", t["Choisissez comment elle est faite."]);
        Require(Enum.IsDefined(Audience), "public", t["Choisissez qui la reçoit."]);
        Require(Audience != Audience.Holders || (Product is { } product && products.Contains(product)), "produit", t["Choisissez un produit."]);
        if (Making == NewsletterMaking.ByRule)
        {
            Require(Source == WholePaper || sources.Contains(Source ?? ""), "source", t["Choisissez d’où viennent ses articles."]);
            Require(Days.TrueForAll(Enum.IsDefined), "jours", t["Choisissez des jours de la semaine."]);
            Require(Hour is >= 0 and <= 23, "heure", t["Écrivez un nombre de {0} à {1}.", 0, 23]);
            Require(SpanDays is >= 1 and <= Newsletter.LongestSpan, "remonte", t["Écrivez un nombre de {0} à {1}.", 1, Newsletter.LongestSpan]);
            Require(AtMost is >= 1 and <= Newsletter.MostArticles, "articles", t["Écrivez un nombre de {0} à {1}.", 1, Newsletter.MostArticles]);
        }

        void Require(bool isRight, string field, string sentence)
        {
            if (!isRight)
            {
                state.AddModelError(field, sentence);
            }
        }
    }

    /// <summary>After <see cref="Check"/> found nothing wrong.</summary>
    /// <param name="now">UTC.</param>
    public void CopyTo(Newsletter newsletter, DateTime now, TimeZoneInfo zone)
    {
        (newsletter.Name, newsletter.Description, newsletter.Making) = (Name!, Description!, Making);
        (newsletter.Audience, newsletter.ProductNumber, newsletter.IsOpen) = (Audience, Audience == Audience.Holders ? Product : null, IsOpen);
        if (Making == NewsletterMaking.ByRule)
        {
            var parts = Source!.Split(':');
            newsletter.SourceKind = parts.Length == 2 ? Followable.KindOf(parts[0]) : null;
            newsletter.SourceId = parts.Length == 2 ? Guid.Parse(parts[1], CultureInfo.InvariantCulture) : null;
            (newsletter.Days, newsletter.Hour, newsletter.SpanDays, newsletter.AtMost) = (Days.AsDays(), Hour!.Value, SpanDays!.Value, AtMost!.Value);
        }

        newsletter.NextDueAt = newsletter.NextAfter(now, zone);
    }
}

using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.LegalTexts.Newsroom;

/// <summary>What the newsroom writes of a legal text.</summary>
public sealed class LegalTextForm
{
    [FromForm(Name = "genre")]
    public LegalTextKind Kind { get; set; }

    [FromForm(Name = "nature")]
    public string? Nature { get; set; }

    [FromForm(Name = "numero")]
    public string? Number { get; set; }

    [FromForm(Name = "emetteur")]
    public string? Issuer { get; set; }

    [FromForm(Name = "ecli")]
    public string? Ecli { get; set; }

    [FromForm(Name = "nor")]
    public string? Nor { get; set; }

    [FromForm(Name = "date")]
    public string? SignedOn { get; set; }

    [FromForm(Name = "publie")]
    public string? PublishedOn { get; set; }

    [FromForm(Name = "vigueur")]
    public string? InForceOn { get; set; }

    [FromForm(Name = "jo")]
    public string? JournalReference { get; set; }

    [FromForm(Name = "publication")]
    public string? PublicationLevel { get; set; }

    [FromForm(Name = "auteur")]
    public string? QuestionAuthor { get; set; }

    [FromForm(Name = "chambre")]
    public string? Chamber { get; set; }

    [FromForm(Name = "source")]
    public string? Source { get; set; }

    [FromForm(Name = "titre")]
    public string? Title { get; set; }

    [FromForm(Name = "resume")]
    public string? Summary { get; set; }

    [FromForm(Name = "acces")]
    public Requirement Access { get; set; }

    [FromForm(Name = "produits")]
    public List<int> Products { get; set; } = [];

    [FromForm(Name = "visible")]
    public bool IsVisible { get; set; }

    /// <summary>Of the text when the form was opened.</summary>
    [FromForm(Name = "version")]
    public int Version { get; set; }

    public static LegalTextForm Of(LegalText text) => new()
    {
        Kind = text.Kind,
        Nature = text.Nature,
        Number = text.Number,
        Issuer = text.Issuer,
        Ecli = text.Ecli,
        Nor = text.Nor,
        SignedOn = Written(text.SignedOn),
        PublishedOn = Written(text.PublishedOn),
        InForceOn = Written(text.InForceOn),
        JournalReference = text.JournalReference,
        PublicationLevel = text.PublicationLevel,
        QuestionAuthor = text.QuestionAuthor,
        Chamber = text.Chamber,
        Source = text.Source,
        Title = text.Title,
        Summary = text.Summary,
        Access = text.Access,
        Products = [.. text.AnyOf.Numbers],
        IsVisible = text.AppearedAt is not null,
        Version = text.Version,
    };

    /// <summary>Says in <paramref name="state"/> what is missing or cannot be so.</summary>
    public void Check(ModelStateDictionary state, Phrases t)
    {
        (string Field, string? Text)[] lines =
        [
            ("nature", Nature), ("numero", Number), ("emetteur", Issuer), ("jo", JournalReference), ("publication", PublicationLevel),
            ("auteur", QuestionAuthor), ("chambre", Chamber), ("titre", Title),
        ];
        foreach (var (field, text) in lines.Where(line => line.Text?.Length > LegalText.MaxLine))
        {
            state.AddModelError(field, t["{0} signes au plus, ici {1}.", LegalText.MaxLine, text!.Length]);
        }

        Complain(!Enum.IsDefined(Kind), "genre", t["Choisissez un genre."]);
        Complain(!Enum.IsDefined(Access), "acces", t["Choisissez qui lit l’analyse."]);
        Complain(Printable.Line(Title ?? "").Length == 0, "titre", t["Donnez l’intitulé."]);
        Complain(LocalMoment.ReadDay(SignedOn) is null, "date", t["Écrivez une date, comme 23/11/2026."]);
        Complain(IsWrongDay(PublishedOn), "publie", t["Écrivez une date, comme 23/11/2026."]);
        Complain(IsWrongDay(InForceOn), "vigueur", t["Écrivez une date, comme 23/11/2026."]);
        Complain(IsWritten(Ecli) && LegalTexts.Ecli.Read(Ecli) is null, "ecli", t["Ce n’est pas un ECLI : ECLI, le pays, la juridiction, l’année et le numéro, comme ECLI:FR:CECHR:2026:471234.20260312."]);
        Complain(IsWritten(Nor) && LegalTexts.Nor.Read(Nor) is null, "nor", t["Ce n’est pas un NOR : quatre lettres, sept chiffres et une lettre, comme INTB2605123D."]);
        Complain(IsWritten(Source) && LegalTextCsv.SourceOf(Source) is null, "source", t["Écrivez une adresse entière, qui commence par https://."]);
        Complain(Summary?.Length > LegalText.MaxSummary, "resume", t["{0} signes au plus, ici {1}.", LegalText.MaxSummary, Summary?.Length ?? 0]);

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
    /// <param name="summary">Sanitised, from <see cref="SummaryHtml"/>.</param>
    public void CopyTo(LegalText text, string summary, DateTime now)
    {
        text.Kind = Kind;
        text.Nature = Line(Nature);
        text.Number = Line(Number);
        text.Issuer = Line(Issuer);
        text.Ecli = LegalTexts.Ecli.Read(Ecli)?.ToString() ?? "";
        text.Nor = LegalTexts.Nor.Read(Nor) ?? "";
        text.SignedOn = LocalMoment.ReadDay(SignedOn)!.Value;
        text.PublishedOn = LocalMoment.ReadDay(PublishedOn);
        text.InForceOn = LocalMoment.ReadDay(InForceOn);
        text.JournalReference = Line(JournalReference);
        text.PublicationLevel = Line(PublicationLevel);
        text.QuestionAuthor = Line(QuestionAuthor);
        text.Chamber = Line(Chamber);
        text.Source = LegalTextCsv.SourceOf(Source) ?? "";
        text.Title = Line(Title);
        text.Summary = summary;
        text.Access = Access;
        var products = ProductSet.Of(Products.Where(number => number is >= 0 and < ProductSet.Most));
        text.AnyOf = products.IsEmpty ? ProductSet.Paper : products;
        text.AppearedAt = IsVisible ? text.AppearedAt ?? now : null;
    }

    /// <summary>The summary as HTML that is still to be sanitised: what holds no tag is read as paragraphs.</summary>
    public string SummaryHtml() => LegalTextCsv.Html(Printable.Only(Summary ?? ""));

    private static bool IsWritten(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsWrongDay(string? text) => IsWritten(text) && LocalMoment.ReadDay(text) is null;

    private static string Line(string? text) => Printable.Line(text ?? "");

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

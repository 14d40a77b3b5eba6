using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Places;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Manuscripts.Newsroom;

/// <summary>What the page of the editor sends.</summary>
public sealed class ManuscriptForm
{
    public const int LongestKicker = 120;
    public const int LongestHeadline = 200;
    public const int LongestStandfirst = 1_000;
    public const int LongestCaption = 500;

    /// <summary>A <see cref="StartingPoint"/>.</summary>
    [FromForm(Name = "base")]
    public string? Began { get; set; }

    public Format Format { get; set; }
    public string? Kicker { get; set; }
    public string? Headline { get; set; }
    public string? Standfirst { get; set; }
    public string? Body { get; set; }
    public Requirement Access { get; set; }

    /// <summary>Numbers of products, any of which opens the article; none: as it was.</summary>
    public List<int> Products { get; set; } = [];
    public Guid MainSection { get; set; }
    public List<Guid> OtherSections { get; set; } = [];
    public List<Guid> Themes { get; set; } = [];
    public List<Guid> Dossiers { get; set; } = [];
    public List<Guid> Authors { get; set; } = [];
    public Guid? LeadPicture { get; set; }
    public string? LeadCaption { get; set; }
    public MachineUse MachineUse { get; set; }
    public Weight Weight { get; set; }

    /// <summary>Names of places, one a line.</summary>
    public string? Places { get; set; }

    /// <summary>Legal texts, one a line.</summary>
    public string? LegalTexts { get; set; }

    /// <summary>What the lines of <see cref="LegalTexts"/> mean, once they were looked up.</summary>
    [BindNever]
    public IReadOnlyList<WrittenText> TextsMeant { get; set; } = [];

    public static ManuscriptForm Of(Content content, StartingPoint began) => new()
    {
        Began = began.ToString(),
        Format = content.Format,
        Kicker = content.Kicker,
        Headline = content.Headline,
        Standfirst = content.Standfirst,
        Body = content.Body,
        Access = content.Access,
        Products = [.. content.AnyOf.Numbers],
        MainSection = content.MainSection,
        OtherSections = [.. content.OtherSections],
        Themes = [.. content.Themes],
        Dossiers = [.. content.Dossiers],
        Authors = [.. content.Authors],
        LeadPicture = content.LeadPicture,
        LeadCaption = content.LeadCaption,
        MachineUse = content.MachineUse,
        Weight = content.Weight,
        Places = string.Join('\n', (content.Places ?? []).Select(Gazetteer.OfId).OfType<Place>().Select(p => p.Name)),
    };

    /// <summary>Says in <paramref name="state"/> what is too long; an unfinished text is no error.</summary>
    public void Check(ModelStateDictionary state, Phrases t)
    {
        Limit(nameof(Kicker), Kicker, LongestKicker);
        Limit(nameof(Headline), Headline, LongestHeadline);
        Limit(nameof(Standfirst), Standfirst, LongestStandfirst);
        Limit(nameof(LeadCaption), LeadCaption, LongestCaption);
        Limit(nameof(Body), Body, Articles.Body.MaxLength);
        foreach (var fault in TextsMeant.Select(written => WrittenTexts.Fault(written, t)).OfType<string>())
        {
            state.AddModelError(nameof(LegalTexts), fault);
        }

        foreach (var (name, meant) in WrittenPlaces.Read(Places))
        {
            if (WrittenPlaces.Fault(name, meant, t) is { } fault)
            {
                state.AddModelError(nameof(Places), fault);
            }
        }

        void Limit(string field, string? text, int longest) => state.Limit(field, text, longest, t);
    }

    /// <summary>Clean, and the authors in the order that they had: boxes that are ticked have none.</summary>
    public Content ToContent(Content before) => new()
    {
        Format = Format,
        Kicker = Line(Kicker),
        Headline = Line(Headline),
        Standfirst = Line(Standfirst),
        Body = Articles.Body.Sanitise(Body ?? ""),
        Access = Access,
        Products = Content.NumbersOf(AnyOf(before)),
        MainSection = MainSection,
        OtherSections = Content.InOrder(OtherSections.Where(id => id != MainSection)),
        Themes = Content.InOrder(Themes),
        Dossiers = Content.InOrder(Dossiers),
        Authors = [.. before.Authors.Where(Authors.Contains), .. Authors.Distinct().Except(before.Authors)],
        LeadPicture = LeadPicture,
        LeadCaption = Line(LeadCaption),
        MachineUse = MachineUse,
        Weight = Weight,
        LegalTexts = Content.NoneOr(TextsMeant.Where(written => written.Meant.Count == 1).Select(written => written.Meant[0].Id)),
        Places = Content.NoneOr(WrittenPlaces.Read(Places).Where(written => written.Meant.Count == 1).Select(written => written.Meant[0].Id)),
    };

    private ProductSet AnyOf(Content before)
    {
        var chosen = ProductSet.Of(Products.Where(number => number is >= 0 and < ProductSet.Most));
        return chosen.IsEmpty ? before.AnyOf : chosen;
    }

    /// <summary>One line, without what no printer prints.</summary>
    private static string Line(string? text) => Printable.Line(text ?? "");
}

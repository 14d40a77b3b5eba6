using Gazetier.Features.Access;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;

namespace Gazetier.Features.LegalTexts;

/// <summary>
/// A law, a decree, a court's ruling or a minister's answer, as the newspaper knows it: what identifies it, a summary, and what became
/// of it. Who it is, and whether it still holds, is open to all; the summary asks what an article would ask.
/// </summary>
public class LegalText
{
    /// <summary>Characters of a field of one line.</summary>
    public const int MaxLine = 300;

    public const int MaxSource = 1_000;
    public const int MaxSummary = 200_000;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public LegalTextKind Kind { get; set; }

    /// <summary>"Décret", "Loi", "Arrêt", "Avis".</summary>
    public string Nature { get; set; } = "";

    /// <summary>"2026-112"; of a ruling, the number of the case; of an answer, that of the question.</summary>
    public string Number { get; set; } = "";

    /// <summary>The court, or the ministry.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>As <see cref="LegalTexts.Ecli"/> writes it; rulings only.</summary>
    public string Ecli { get; set; } = "";

    /// <summary>As <see cref="LegalTexts.Nor"/> writes it; official texts only.</summary>
    public string Nor { get; set; } = "";

    /// <summary>When it was signed, read out in court, or given.</summary>
    public DateOnly SignedOn { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>Null: not known, or on its publication.</summary>
    public DateOnly? InForceOn { get; set; }

    /// <summary>"JO du 5 mars 2026, texte n° 12".</summary>
    public string JournalReference { get; set; } = "";

    /// <summary>"Publié au recueil Lebon"; rulings only.</summary>
    public string PublicationLevel { get; set; } = "";

    /// <summary>Who asked; answers only.</summary>
    public string QuestionAuthor { get; set; } = "";

    /// <summary>"Sénat" or "Assemblée nationale"; answers only.</summary>
    public string Chamber { get; set; } = "";

    /// <summary>Absolute address, http or https; empty: none.</summary>
    public string Source { get; set; } = "";

    public required string Title { get; set; }

    /// <summary>HTML in the closed vocabulary of articles, sanitised when written.</summary>
    public string Summary { get; set; } = "";

    /// <summary>"Décret n° 2026-112 du 3 mars 2026": how people call it. Follows the other fields by <see cref="Name"/>.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>All that it is called by, folded, for searches.</summary>
    public string Folded { get; private set; } = "";

    public Requirement Access { get; set; } = Requirement.None;

    /// <summary>Where it asks for a right: one to any of these opens the summary.</summary>
    public ProductSet AnyOf { get; set; } = ProductSet.Paper;

    /// <summary>UTC; since when readers find it. Null: a draft.</summary>
    public DateTime? AppearedAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised at each change: two people cannot overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>What became of it, in no order.</summary>
    public List<TextState> States { get; set; } = [];

    /// <summary>What its summary asks of its reader.</summary>
    public Asked Asks => new(Access, AnyOf);

    public string Path => LegalTextAddress.Of(Slug);

    /// <summary>Gives it the name that follows from its fields; to be called once they are written.</summary>
    public void Name()
    {
        Reference = ReferenceOf(this);
        Folded = Fold.Of(string.Join(' ', Reference, Title, Nature, Number, Issuer, Ecli, Nor, QuestionAuthor));
    }

    /// <summary>What holds on <paramref name="day"/>; null: nothing ever happened to it.</summary>
    public TextState? StateOn(DateOnly day) => History().LastOrDefault(state => state.On <= day);

    /// <summary>What is known to come after <paramref name="day"/>, the next first.</summary>
    public IEnumerable<TextState> StatesAfter(DateOnly day) => History().Where(state => state.On > day);

    /// <summary>What became of it, oldest first; of two on one day, the one that was written later holds.</summary>
    public IEnumerable<TextState> History() => States.OrderBy(state => state.On).ThenBy(state => state.RecordedAt).ThenBy(state => state.Id);

    public TextStanding StandingOn(DateOnly day) => StateOn(day)?.Standing ?? TextStanding.InForce;

    /// <summary>It is known, but does not apply yet.</summary>
    public bool IsToComeOn(DateOnly day) => InForceOn > day && StandingOn(day) == TextStanding.InForce;

    private static string ReferenceOf(LegalText text)
    {
        var day = Phrases.OfPaper.Day(text.SignedOn);
        var number = text.Number.Length == 0 ? "" : $" n° {text.Number}";
        return text.Kind switch
        {
            LegalTextKind.CourtRuling => $"{(text.Issuer.Length > 0 ? text.Issuer : "Décision")}, {day}{(number.Length == 0 ? "" : "," + number)}",
            LegalTextKind.MinisterialAnswer => $"Réponse à la question{number}{(text.Chamber.Length == 0 ? "" : $" ({text.Chamber})")} du {day}",
            _ => $"{(text.Nature.Length > 0 ? text.Nature : "Texte")}{number} du {day}",
        };
    }
}

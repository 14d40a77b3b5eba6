using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Conversation.Newsroom;

/// <summary>The rules of the conversation, as the newsroom's page shows and sends them.</summary>
public sealed class RulesForm
{
    /// <summary>Characters of a list of words.</summary>
    public const int MaxWords = 20_000;

    [FromForm(Name = "qui")]
    public WhoWrites WhoWrites { get; set; }

    [FromForm(Name = "jours")]
    public int? OpenDays { get; set; }

    /// <summary>"oui".</summary>
    [FromForm(Name = "avant")]
    public string? ReadsBefore { get; set; }

    [FromForm(Name = "nouveaux")]
    public string? HoldsNewcomers { get; set; }

    [FromForm(Name = "minutes")]
    public int? EditMinutes { get; set; }

    [FromForm(Name = "longueur")]
    public int? MaxLength { get; set; }

    [FromForm(Name = "liens")]
    public int? MostLinks { get; set; }

    [FromForm(Name = "par-personne")]
    public int? MostOfPerson { get; set; }

    [FromForm(Name = "par-article")]
    public int? MostOfArticle { get; set; }

    [FromForm(Name = "en-tout")]
    public int? MostOfSite { get; set; }

    [FromForm(Name = "refuses")]
    public string? RefusedWords { get; set; }

    [FromForm(Name = "suspects")]
    public string? SuspectWords { get; set; }

    [FromForm(Name = "contact")]
    public string? ContactEmail { get; set; }

    /// <summary>Sections that are read before.</summary>
    [FromForm(Name = "rubriques")]
    public List<Guid> Sections { get; set; } = [];

    public static RulesForm Of(CommentRules rules, IEnumerable<Guid> sections) => new()
    {
        WhoWrites = rules.WhoWrites,
        OpenDays = rules.OpenDays,
        ReadsBefore = rules.ReadsBefore ? "oui" : null,
        HoldsNewcomers = rules.HoldsNewcomers ? "oui" : null,
        EditMinutes = rules.EditMinutes,
        MaxLength = rules.MaxLength,
        MostLinks = rules.MostLinks,
        MostOfPerson = rules.MostOfPerson,
        MostOfArticle = rules.MostOfArticle,
        MostOfSite = rules.MostOfSite,
        RefusedWords = rules.RefusedWords,
        SuspectWords = rules.SuspectWords,
        ContactEmail = rules.ContactEmail,
        Sections = [.. sections],
    };

    public void Check(ModelStateDictionary state, Phrases t)
    {
        Number("jours", OpenDays, 0, CommentRules.MostDays);
        Number("minutes", EditMinutes, 0, 60);
        Number("longueur", MaxLength, 100, 20_000);
        Number("liens", MostLinks, 0, 50);
        Number("par-personne", MostOfPerson, 1, 100);
        Number("par-article", MostOfArticle, 1, 10_000);
        Number("en-tout", MostOfSite, 1, 100_000);
        foreach (var (field, words) in new[] { ("refuses", RefusedWords), ("suspects", SuspectWords) })
        {
            state.Limit(field, words, MaxWords, t);
        }

        if (!string.IsNullOrWhiteSpace(ContactEmail) && EmailAddress.Read(ContactEmail) is null)
        {
            state.AddModelError("contact", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }

        if (!Enum.IsDefined(WhoWrites))
        {
            state.AddModelError("qui", t["Dites qui peut écrire."]);
        }

        void Number(string field, int? value, int least, int most)
        {
            if (value is null || value < least || value > most)
            {
                state.Remove(field);
                state.AddModelError(field, t["Écrivez un nombre de {0} à {1}.", least, most]);
            }
        }
    }

    /// <summary>Once it was checked.</summary>
    public void CopyTo(CommentRules rules)
    {
        (rules.WhoWrites, rules.OpenDays, rules.ReadsBefore) = (WhoWrites, OpenDays!.Value, ReadsBefore == "oui");
        (rules.HoldsNewcomers, rules.EditMinutes, rules.MaxLength) = (HoldsNewcomers == "oui", EditMinutes!.Value, MaxLength!.Value);
        (rules.MostLinks, rules.MostOfPerson) = (MostLinks!.Value, MostOfPerson!.Value);
        (rules.MostOfArticle, rules.MostOfSite) = (MostOfArticle!.Value, MostOfSite!.Value);
        (rules.RefusedWords, rules.SuspectWords) = (Mine.WriteForm.Kept(RefusedWords), Mine.WriteForm.Kept(SuspectWords));
        rules.ContactEmail = EmailAddress.Read(ContactEmail) ?? "";
    }
}

using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Conversation.Notices;

/// <summary>What the law asks of a notice, and no more (DSA art. 16 § 2).</summary>
public sealed class NoticeForm
{
    [FromForm(Name = "motif")]
    public NoticeReason? Reason { get; set; }

    [FromForm(Name = "explication")]
    public string? Explanation { get; set; }

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "email")]
    public string? Email { get; set; }

    /// <summary>"oui": stated in good faith.</summary>
    [FromForm(Name = "bonne-foi")]
    public string? GoodFaith { get; set; }

    /// <summary>Says in <paramref name="state"/> what is missing or too long.</summary>
    public void Check(ModelStateDictionary state, Phrases t)
    {
        if (Reason is null || !Enum.IsDefined(Reason.Value))
        {
            state.Remove("motif");
            state.AddModelError("motif", t["Choisissez un motif."]);
        }

        if (Printable.Only(Explanation ?? "").Trim().Length == 0)
        {
            state.AddModelError("explication", t["Dites en quoi cette réaction pose problème."]);
        }
        else
        {
            state.Limit("explication", Explanation, CommentNotice.MaxExplanation, t);
        }

        CheckWho(state, t);
        if (GoodFaith != "oui")
        {
            state.AddModelError("bonne-foi", t["Confirmez que vous le signalez de bonne foi."]);
        }
    }

    /// <summary>Once it was checked.</summary>
    public CommentNotice ToNotice(Guid comment, Language language) => new()
    {
        Number = CaseNumber.Draw("SIG"),
        CommentId = comment,
        Reason = Reason!.Value,
        Explanation = Printable.Only(Explanation!).ReplaceLineEndings("\n").Trim(),
        Name = Printable.Line(Name ?? ""),
        Email = EmailAddress.Read(Email) ?? "",
        Language = language.Code(),
    };

    /// <summary>Of an offence against a child one may say nothing of oneself (DSA art. 16 § 2 c).</summary>
    private void CheckWho(ModelStateDictionary state, Phrases t)
    {
        var mayHide = Reason == NoticeReason.Children;
        var name = Printable.Line(Name ?? "");
        if (name.Length > CommentNotice.MaxName || (name.Length == 0 && !mayHide))
        {
            state.AddModelError("nom", t["Écrivez votre nom : il n’est pas donné à l’auteur de la réaction."]);
        }

        if (EmailAddress.Read(Email) is null && !(mayHide && string.IsNullOrWhiteSpace(Email)))
        {
            state.AddModelError("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }
    }
}

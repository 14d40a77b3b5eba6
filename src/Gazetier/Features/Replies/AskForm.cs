using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Replies;

/// <summary>What the public form of a right of reply asks: what the decree asks, and no more (décret 2007-1527, art. 1 et 2).</summary>
public sealed class AskForm
{
    /// <summary>Number or address of the article.</summary>
    [FromForm(Name = "article")]
    public string? Article { get; set; }

    [FromForm(Name = "passage")]
    public string? Passage { get; set; }

    [FromForm(Name = "reponse")]
    public string? Text { get; set; }

    [FromForm(Name = "qualite")]
    public ReplyCapacity? Capacity { get; set; }

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "fonction")]
    public string? Function { get; set; }

    [FromForm(Name = "adresse")]
    public string? PostalAddress { get; set; }

    [FromForm(Name = "email")]
    public string? Email { get; set; }

    [FromForm(Name = "identite")]
    public string? Identity { get; set; }

    /// <summary>The address that was doubted and is sent again: they mean it.</summary>
    [FromForm(Name = "certain")]
    public string? Sure { get; set; }

    /// <summary>Says in <paramref name="state"/> what is missing or too long.</summary>
    public void Check(ModelStateDictionary state, Phrases t)
    {
        Need("passage", Passage, ReplyRequest.MaxPassage, t["Recopiez ou décrivez le passage que vous contestez."]);
        Need("reponse", Text, Reply.MaxLength, t["Écrivez la réponse dont vous demandez la publication."]);
        Need("nom", Name, Reply.MaxName, t["Écrivez votre nom : la réponse paraît sous ce nom."]);
        Need("adresse", PostalAddress, ReplyRequest.MaxAddress, t["Écrivez votre adresse postale : elle n’est pas publiée."]);
        Need("identite", Identity, ReplyRequest.MaxIdentity, t["Dites comment vous pouvez prouver votre identité."]);
        state.Limit("fonction", Function, Reply.MaxName, t);

        if (Capacity is null || !Enum.IsDefined(Capacity.Value))
        {
            state.Remove("qualite");
            state.AddModelError("qualite", t["Dites si vous êtes la personne nommée ou désignée, ou si vous la représentez."]);
        }

        CheckEmail(state, t);

        void Need(string field, string? text, int longest, string sentence)
        {
            if (Printable.Only(text ?? "").Trim().Length == 0)
            {
                state.AddModelError(field, sentence);
            }
            else
            {
                state.Limit(field, text, longest, t);
            }
        }
    }

    /// <summary>Once it was checked.</summary>
    public ReplyRequest ToRequest(long articleId, Language language) => new()
    {
        Number = ReplyNumber.Draw(),
        ArticleId = articleId,
        Passage = Kept(Passage),
        Text = Kept(Text),
        Name = Printable.Line(Name!),
        Function = Printable.Line(Function ?? ""),
        PostalAddress = Kept(PostalAddress),
        Email = EmailAddress.Read(Email)!,
        Identity = Kept(Identity),
        Capacity = Capacity!.Value,
        Language = language.Code(),
    };

    private void CheckEmail(ModelStateDictionary state, Phrases t)
    {
        if (EmailAddress.Read(Email) is not { } email)
        {
            state.AddModelError("email", t["Écrivez l’adresse entière, par exemple nom@commune.fr."]);
        }
        else if (email != Sure && MistypedDomain.Guess(email) is { } guess)
        {
            state.AddModelError("email", t["Vouliez-vous écrire {0} ? Si l’adresse est juste, envoyez de nouveau.", guess]);
            Sure = email;
        }
    }

    private static string Kept(string? text) => Printable.Only(text!).ReplaceLineEndings("\n").Trim();
}

using Gazetier.Features.Accounts;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Partners.Newsroom;

/// <summary>What the page of an insertion asks; times are written on the newspaper's own clock.</summary>
public sealed class InsertionForm
{
    [FromForm(Name = "partenaire")]
    public string? Partner { get; set; }

    [FromForm(Name = "mention")]
    public SlotLabel Label { get; set; }

    [FromForm(Name = "titre")]
    public string? Title { get; set; }

    [FromForm(Name = "texte")]
    public string? Text { get; set; }

    [FromForm(Name = "lien")]
    public string? Link { get; set; }

    [FromForm(Name = "place")]
    public SlotPlace Place { get; set; }

    [FromForm(Name = "rubrique")]
    public Guid? Section { get; set; }

    [FromForm(Name = "debut")]
    public string? From { get; set; }

    [FromForm(Name = "fin")]
    public string? Until { get; set; }

    [FromForm(Name = "adresse")]
    public string? LeadEmail { get; set; }

    [FromForm(Name = "retiree")]
    public bool IsWithdrawn { get; set; }

    public static InsertionForm Of(Insertion held, TimeZoneInfo zone) => new()
    {
        Partner = held.Partner,
        Label = held.Label,
        Title = held.Title,
        Text = held.Text,
        Link = held.Link,
        Place = held.Place,
        Section = held.SectionId,
        From = LocalMoment.Write(held.From, zone),
        Until = LocalMoment.Write(held.Until, zone),
        LeadEmail = held.LeadEmail,
        IsWithdrawn = held.WithdrawnAt is not null,
    };

    /// <summary>Says in <paramref name="state"/> what is wrong; where nothing is, writes it into <paramref name="held"/>.</summary>
    /// <param name="now">UTC.</param>
    public bool Read(Insertion held, IReadOnlyList<Section> sections, TimeZoneInfo zone, DateTime now, ModelStateDictionary state, Phrases t)
    {
        var (link, mail) = (Printable.Line(Link ?? ""), Printable.Line(LeadEmail ?? ""));
        state.Wrong("partenaire", Printable.Line(Partner ?? "").Length == 0, t["Dites qui parle."]);
        state.Wrong("titre", Printable.Line(Title ?? "").Length == 0, t["Donnez un titre."]);
        state.Wrong("mention", !Enum.IsDefined(Label), t["Cette mention n’existe pas."]);
        state.Wrong("place", !Enum.IsDefined(Place), t["Cette place n’existe pas."]);
        state.Wrong("rubrique", Section is { } section && sections.All(s => s.Id != section), t["Cette rubrique n’existe pas."]);
        state.Wrong("lien", link.Length > 0 && !IsAddress(link), t["Écrivez une adresse qui commence par https://, ou un chemin du journal qui commence par /."]);
        state.Wrong("lien", link.Length == 0 && mail.Length == 0, t["Donnez un lien, ou une adresse qui reçoit les demandes."]);
        state.Wrong("adresse", mail.Length > 0 && EmailAddress.Read(mail) is null, t["Écrivez une adresse électronique, par exemple nom@commune.fr."]);
        var from = state.Moment("debut", From, zone, t);
        var until = state.Moment("fin", Until, zone, t);
        state.Wrong("fin", until <= from, t["La fin vient après le début."]);
        foreach (var (field, text, longest) in new[] { ("partenaire", Partner, Insertion.MaxPartner), ("titre", Title, Insertion.MaxTitle), ("texte", Text, Insertion.MaxText), ("lien", Link, Insertion.MaxLink) })
        {
            state.Limit(field, text, longest, t);
        }

        if (state.IsValid)
        {
            (held.Partner, held.Label, held.Title, held.Text) = (Printable.Line(Partner!), Label, Printable.Line(Title!), Printable.Line(Text ?? ""));
            (held.Link, held.Place, held.SectionId, held.LeadEmail) = (link, Place, Section, mail.Length > 0 ? EmailAddress.Read(mail)! : "");
            (held.From, held.Until) = (from!.Value, until!.Value);
            held.WithdrawnAt = IsWithdrawn ? held.WithdrawnAt ?? now : null;
        }

        return state.IsValid;
    }

    /// <summary>Nothing that a browser would run, and no address of ours that leads away.</summary>
    private static bool IsAddress(string link) =>
        link[0] == '/' ? LocalPath.Or(link, "").Length > 0 : Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0;
}

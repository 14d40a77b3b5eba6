using Gazetier.Features.Places;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Announcements.Newsroom;

/// <summary>What the page of an announcement asks; times are written on the newspaper's own clock.</summary>
public sealed class AnnouncementForm
{
    [FromForm(Name = "genre")]
    public AnnouncementKind Kind { get; set; }

    [FromForm(Name = "objet")]
    public string? Title { get; set; }

    [FromForm(Name = "organisme")]
    public string? Organisation { get; set; }

    [FromForm(Name = "lieu")]
    public string? Locality { get; set; }

    [FromForm(Name = "territoire")]
    public string? Place { get; set; }

    [FromForm(Name = "limite")]
    public string? Deadline { get; set; }

    [FromForm(Name = "reference")]
    public string? Reference { get; set; }

    [FromForm(Name = "nature")]
    public TenderNature? Nature { get; set; }

    [FromForm(Name = "filiere")]
    public string? Branch { get; set; }

    [FromForm(Name = "grade")]
    public string? Grade { get; set; }

    [FromForm(Name = "contrat")]
    public string? Contract { get; set; }

    [FromForm(Name = "lien")]
    public string? Link { get; set; }

    [FromForm(Name = "texte")]
    public string? Text { get; set; }

    [FromForm(Name = "publie")]
    public bool IsPublished { get; set; }

    /// <summary>Of what was shown.</summary>
    [FromForm(Name = "version")]
    public int Version { get; set; }

    public static AnnouncementForm Of(Announcement a, TimeZoneInfo zone) => new()
    {
        Kind = a.Kind,
        Title = a.Title,
        Organisation = a.Organisation,
        Locality = a.Locality,
        Place = a.PlaceId is { } id ? Gazetteer.OfId(id)?.Name : null,
        Deadline = LocalMoment.Write(a.DeadlineAt, zone),
        Reference = a.Reference,
        Nature = a.Nature,
        Branch = a.Branch,
        Grade = a.Grade,
        Contract = a.Contract,
        Link = a.Link,
        Text = a.Text,
        IsPublished = a.PublishedAt is not null,
        Version = a.Version,
    };

    /// <summary>Says in <paramref name="state"/> what is wrong; null where something is.</summary>
    public Announcement? Read(TimeZoneInfo zone, ModelStateDictionary state, Phrases t)
    {
        foreach (var (field, text, longest) in Texts())
        {
            state.Limit(field, text, longest, t);
        }

        var deadline = AnnouncementCsv.DeadlineOf(Deadline ?? "", zone);
        var place = AnnouncementFilter.Named(Place);
        state.Wrong("genre", !Enum.IsDefined(Kind), t["Ce genre n’existe pas."]);
        state.Wrong("nature", Nature is { } nature && !Enum.IsDefined(nature), t["Cette nature n’existe pas."]);
        state.Wrong("objet", Line(Title).Length == 0, t["Donnez un objet, ou l’intitulé du poste."]);
        state.Wrong("organisme", Line(Organisation).Length == 0, t["Dites qui achète, ou qui recrute."]);
        state.Wrong("limite", deadline is null, t["Écrivez une date et une heure, par exemple 2026-11-23 18:00."]);
        state.Wrong("lien", Line(Link).Length > 0 && AnnouncementCsv.LinkOf(Link) is null, t["Écrivez une adresse qui commence par https:// ou http://."]);
        if (place.Length > 0 && WrittenPlaces.Fault(place, AnnouncementFilter.Meant(Place), t) is { } fault)
        {
            state.AddModelError("territoire", fault);
        }

        return state.IsValid ? Written(deadline!.Value) : null;
    }

    private Announcement Written(DateTime deadline)
    {
        var written = new Announcement
        {
            Kind = Kind,
            Title = Line(Title),
            Organisation = Line(Organisation),
            Locality = Line(Locality),
            PlaceId = AnnouncementFilter.Meant(Place) is [var place] ? place.Id : null,
            DeadlineAt = deadline,
            Reference = Line(Reference),
            Nature = Nature,
            Branch = Line(Branch),
            Grade = Line(Grade),
            Contract = Line(Contract),
            Link = AnnouncementCsv.LinkOf(Link) ?? "",
            Text = Printable.Only(Text ?? "").Trim(),
        };
        written.Index();
        return written;
    }

    private (string Field, string? Text, int Longest)[] Texts() =>
    [
        ("objet", Title, Announcement.MaxTitle), ("organisme", Organisation, Announcement.MaxLine), ("lieu", Locality, Announcement.MaxLine),
        ("reference", Reference, Announcement.MaxLine), ("filiere", Branch, Announcement.MaxLine), ("grade", Grade, Announcement.MaxLine),
        ("contrat", Contract, Announcement.MaxLine), ("lien", Link, Announcement.MaxLink), ("texte", Text, Announcement.MaxText),
    ];

    private static string Line(string? text) => Printable.Line(text ?? "");
}

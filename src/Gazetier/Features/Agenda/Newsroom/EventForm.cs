using Gazetier.Data;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Agenda.Newsroom;

/// <summary>What the page of an event asks.</summary>
public sealed class EventForm
{
    [FromForm(Name = "titre")]
    public string? Title { get; set; }

    [FromForm(Name = "genre")]
    public EventKind Kind { get; set; }

    [FromForm(Name = "club")]
    public Guid? Club { get; set; }

    [FromForm(Name = "organisateur")]
    public string? Organiser { get; set; }

    [FromForm(Name = "resume")]
    public string? Summary { get; set; }

    [FromForm(Name = "texte")]
    public string? Text { get; set; }

    [FromForm(Name = "publie")]
    public bool IsPublished { get; set; }

    public static EventForm Of(AgendaEvent held) => new()
    {
        Title = held.Title,
        Kind = held.Kind,
        Club = held.ClubId,
        Organiser = held.Organiser,
        Summary = held.Summary,
        Text = held.Text,
        IsPublished = held.IsPublished,
    };

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public async Task CheckAsync(GazetierDb db, ModelStateDictionary state, Phrases t, CancellationToken cancel)
    {
        if (Printable.Line(Title ?? "").Length == 0)
        {
            state.AddModelError("titre", t["Donnez un titre."]);
        }

        foreach (var (field, text, longest) in new[] { ("titre", Title, AgendaEvent.MaxTitle), ("organisateur", Organiser, AgendaEvent.MaxOrganiser), ("resume", Summary, AgendaEvent.MaxSummary), ("texte", Text, AgendaEvent.MaxText) })
        {
            state.Limit(field, text, longest, t);
        }

        if (!Enum.IsDefined(Kind))
        {
            state.AddModelError("genre", t["Ce genre n’existe pas."]);
        }

        if (Club is { } club && !await db.Clubs.AnyAsync(c => c.SectionId == club, cancel))
        {
            state.AddModelError("club", t["Ce club n’existe pas."]);
        }
    }

    public void CopyTo(AgendaEvent held)
    {
        (held.Title, held.Kind, held.ClubId, held.Organiser) = (Printable.Line(Title!), Kind, Club, Printable.Line(Organiser ?? ""));
        (held.Summary, held.Text, held.IsPublished) = (Printable.Line(Summary ?? ""), Printable.Only(Text ?? "").Trim(), IsPublished);
    }
}

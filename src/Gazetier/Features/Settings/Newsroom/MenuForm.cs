using System.Globalization;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sections;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Settings.Newsroom;

/// <summary>What the page of the menus sends: every entry, each time.</summary>
public sealed class MenuForm
{
    public const int Most = 60;

    public List<MenuEntryLine> Entries { get; set; } = [];

    public static MenuForm Of(IEnumerable<MenuEntry> entries) => new() { Entries = [.. entries.OrderBy(e => e.Place).ThenBy(e => e.Position).Select(MenuEntryLine.Of)] };

    public List<MenuEntryLine> At(MenuPlace place) => [.. Entries.Where(e => e.Place == place)];

    /// <summary>Puts the entries where the numbers say, and does what a button asks: "monter:3", "descendre:3", "retirer:3".</summary>
    public void Arrange(string? action)
    {
        Entries = [.. Enum.GetValues<MenuPlace>().SelectMany(place => At(place).InTypedOrder(e => e.Position))];
        if (action?.Split(':') is [var verb, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < Entries.Count)
        {
            var entry = Entries[index];
            if (verb == "retirer")
            {
                Entries.Remove(entry);
                return;
            }

            var beside = At(entry.Place);
            beside.Move(beside.IndexOf(entry), verb == "monter" ? -1 : 1);
            Entries = [.. Enum.GetValues<MenuPlace>().SelectMany(place => place == entry.Place ? beside : At(place))];
        }
    }

    /// <summary>Null where something is wrong, which <paramref name="state"/> then says.</summary>
    public List<MenuEntry>? Read(IReadOnlyList<Section> sections, ModelStateDictionary state, Phrases t)
    {
        if (Entries.Count > Most)
        {
            state.AddModelError("", t["{0} entrées au plus.", Most]);
        }

        var read = Entries.Select((line, index) => line.Read(index, sections, state, t)).ToList();
        foreach (var place in read.GroupBy(e => e.Place))
        {
            foreach (var (index, entry) in place.Index())
            {
                entry.Position = index + 1;
            }
        }

        return state.IsValid ? read : null;
    }
}

/// <summary>An entry of a menu, as a line of the form.</summary>
public sealed class MenuEntryLine
{
    public MenuPlace Place { get; set; }

    public int? Position { get; set; }

    /// <summary>Null for a link.</summary>
    public Guid? Section { get; set; }

    public string? Label { get; set; }

    public string? Path { get; set; }

    public static MenuEntryLine Of(MenuEntry entry) => new() { Place = entry.Place, Position = entry.Position, Section = entry.SectionId, Label = entry.Label, Path = entry.Path };

    /// <param name="index">Of the line in the form.</param>
    public MenuEntry Read(int index, IReadOnlyList<Section> sections, ModelStateDictionary state, Phrases t)
    {
        var (label, path) = (Printable.Line(Label ?? ""), Printable.Line(Path ?? ""));
        if (label.Length > MenuEntry.MaxLabel || (Section is null && label.Length == 0))
        {
            state.AddModelError($"Entries[{index}].Label", t["Donnez un nom, de {0} signes au plus.", MenuEntry.MaxLabel]);
        }

        if (Section is null && (path.Length > MenuEntry.MaxPath || LocalPath.Or(path, "").Length == 0))
        {
            state.AddModelError($"Entries[{index}].Path", t["Écrivez un chemin de ce site, comme /agenda/."]);
        }

        if (Section is { } id && !sections.Any(s => s.Id == id))
        {
            state.AddModelError($"Entries[{index}].Label", t["Cette rubrique n’existe plus : retirez-la du menu."]);
        }

        return new MenuEntry { Place = Place, SectionId = Section, Label = label, Path = Section is null ? LocalPath.Or(path, "/") : "" };
    }
}

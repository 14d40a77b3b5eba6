using Gazetier.Features.Sections;

namespace Gazetier.Features.Newspaper;

/// <summary>Something that stands in the head or the foot of every page: a section, or a link with a name of its own.</summary>
public class MenuEntry
{
    public const int MaxLabel = 60;
    public const int MaxPath = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public MenuPlace Place { get; set; }

    /// <summary>From 1, within the place.</summary>
    public int Position { get; set; }

    /// <summary>Null for a link.</summary>
    public Guid? SectionId { get; set; }

    /// <summary>Empty: as the section is called.</summary>
    public string Label { get; set; } = "";

    /// <summary>Of a link, one of our own.</summary>
    public string Path { get; set; } = "";
}

/// <summary>Where a menu stands.</summary>
public enum MenuPlace
{
    Head,
    Foot,
}

/// <summary>An entry of a menu as pages show it.</summary>
public sealed record MenuLink(MenuPlace Place, string Name, string Path, Guid? SectionId)
{
    /// <param name="entries">In their order.</param>
    /// <param name="sections">All, in theirs.</param>
    public static IReadOnlyList<MenuLink> Of(IReadOnlyList<MenuEntry> entries, IReadOnlyList<Section> sections)
    {
        var chosen = entries.Select(entry => Of(entry, sections)).OfType<MenuLink>().ToList();
        return chosen.Exists(link => link.Place == MenuPlace.Head)
            ? chosen
            : [.. sections.Where(s => s.ParentId is null).Select(s => Of(s, s.Name, MenuPlace.Head)), .. chosen];
    }

    private static MenuLink? Of(MenuEntry entry, IReadOnlyList<Section> sections)
    {
        if (entry.SectionId is not { } id)
        {
            return new MenuLink(entry.Place, entry.Label, entry.Path, null);
        }

        return sections.FirstOrDefault(s => s.Id == id) is { } section ? Of(section, entry.Label.Length > 0 ? entry.Label : section.Name, entry.Place) : null;
    }

    private static MenuLink Of(Section section, string name, MenuPlace place) => new(place, name, $"/rubriques/{section.Slug}/", section.Id);
}

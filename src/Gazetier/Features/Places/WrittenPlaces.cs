using Gazetier.Locales;
using Gazetier.Text;

namespace Gazetier.Features.Places;

/// <summary>Places as people write them into a form: one a line, or with semicolons between.</summary>
public static class WrittenPlaces
{
    /// <summary>Names in one form; what follows is not looked at.</summary>
    public const int Most = 50;

    /// <summary>Each name, shortened, with the places that it may mean.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<Place> Meant)> Read(string? text) =>
        (text ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(Most)
            .Select(Printable.Line).Where(name => name.Length > 0).Select(name => (Plain.Shorten(name, 80), Gazetteer.Find(name)));

    /// <summary>What is wrong with a name that means no place, or several; null: it is clear.</summary>
    public static string? Fault(string name, IReadOnlyList<Place> meant, Phrases t) => meant.Count switch
    {
        1 => null,
        0 => t["Nous ne connaissons pas « {0} » : écrivez une région, un département ou une commune.", name],
        _ => t["Plusieurs lieux s’appellent « {0} » : précisez {1}.", name, string.Join(", ", meant.Take(4).Select(p => p.Name))],
    };
}

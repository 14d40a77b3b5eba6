using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;


namespace Gazetier.Features.Places;

/// <summary>
/// All regions, départements and communes of France, found by what people write. Read once, when first asked: the file is made of
/// the npm package @etalab/decoupage-administratif 6.0.0, whose data are under the Licence Ouverte 2.0.
/// </summary>
public static partial class Gazetteer
{
    private static readonly Lazy<Contents> All = new(Read);

    /// <summary>All there are, regions first, communes last.</summary>
    public static IEnumerable<Place> Places => All.Value.ById.Values.OrderBy(place => place.Kind);

    public static Place? OfId(Guid id) => All.Value.ById.GetValueOrDefault(id);

    public static Place? OfSlug(string slug) => All.Value.BySlug.GetValueOrDefault(slug);

    /// <summary>A place and those around it, itself first.</summary>
    public static IEnumerable<Place> WithAround(Place place)
    {
        for (var at = place; at is not null; at = at.ParentId is { } parent ? OfId(parent) : null)
        {
            yield return at;
        }
    }

    /// <summary>
    /// The places that somebody may mean: "Lille", "lille", "Saint-Denis (93)", "59", "59350", "Hauts-de-France". Those with more people
    /// first; one where it is clear.
    /// </summary>
    public static IReadOnlyList<Place> Find(string written)
    {
        var text = written.Trim();
        var (name, department) = Named.Match(text) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["code"].Value.ToUpperInvariant()) : (text, null);
        if (All.Value.ByCode.TryGetValue(text.ToUpperInvariant(), out var coded))
        {
            return [coded];
        }

        return All.Value.ByName.TryGetValue(KeyOf(name), out var found)
            ? [.. found.Where(place => department is null || (place.ParentId is { } parent && OfId(parent)!.Code == department))]
            : [];
    }

    /// <summary>"Saint-Étienne", "saint etienne" and "st etienne" are one.</summary>
    private static string KeyOf(string name) => Short.Replace(
        string.Join(' ', Text.Fold.Of(name).Split([' ', '-', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)), match => match.Value.StartsWith("ste", StringComparison.Ordinal) ? "sainte" : "saint");

    private static Contents Read()
    {
        using var file = new GZipStream(typeof(Gazetteer).Assembly.GetManifestResourceStream("Gazetier.places.tsv.gz")!, CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var lines = new List<(PlaceKind Kind, string Code, string Name, string Parent, int People)>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            lines.Add((fields[0] switch { "R" => PlaceKind.Region, "D" => PlaceKind.Department, _ => PlaceKind.Commune }, fields[1], fields[2], fields[3], int.Parse(fields[4], CultureInfo.InvariantCulture)));
        }

        return new Contents(lines);
    }

    [GeneratedRegex(@"^(?<name>.+?)\s*\((?<code>\d{1,3}|2[AaBb])\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\bste?\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Short { get; }

    private sealed class Contents
    {
        public Contents(List<(PlaceKind Kind, string Code, string Name, string Parent, int People)> lines)
        {
            var twins = lines.CountBy(line => KeyOf(line.Name)).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
            // Of those that bear one name the most peopled comes first.
            var named = lines.OrderBy(line => line.Kind).ThenByDescending(line => line.People)
                .Select(line => (Key: KeyOf(line.Name), Place: Make(line, twins.Contains(KeyOf(line.Name))))).ToList();
            var places = named.ConvertAll(entry => entry.Place);
            ById = places.ToFrozenDictionary(place => place.Id);
            BySlug = places.ToFrozenDictionary(place => place.Slug, StringComparer.Ordinal);
            ByCode = places.Where(place => place.Kind != PlaceKind.Region).ToFrozenDictionary(place => place.Code, StringComparer.Ordinal);
            ByName = named.GroupBy(entry => entry.Key, StringComparer.Ordinal)
                .ToFrozenDictionary(name => name.Key, name => name.Select(entry => entry.Place).ToArray(), StringComparer.Ordinal);
        }

        public FrozenDictionary<Guid, Place> ById { get; }

        public FrozenDictionary<string, Place> BySlug { get; }

        public FrozenDictionary<string, Place> ByCode { get; }

        public FrozenDictionary<string, Place[]> ByName { get; }

        private static Place Make((PlaceKind Kind, string Code, string Name, string Parent, int People) line, bool hasTwin) => new()
        {
            Id = Place.IdOf(line.Kind, line.Code),
            Kind = line.Kind,
            Code = line.Code,
            Name = hasTwin && line.Kind == PlaceKind.Commune ? $"{line.Name} ({line.Parent})" : line.Name,
            Slug = Text.Slug.From(line.Name) + line.Kind switch { PlaceKind.Region => "-region", _ => "-" + line.Code.ToLowerInvariant() },
            ParentId = line.Parent.Length == 0 ? null : Place.IdOf(line.Kind == PlaceKind.Commune ? PlaceKind.Department : PlaceKind.Region, line.Parent),
        };
    }
}

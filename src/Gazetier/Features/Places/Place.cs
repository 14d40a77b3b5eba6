using System.Security.Cryptography;
using System.Text;

namespace Gazetier.Features.Places;

/// <summary>
/// A region, département or commune that an article is about or that somebody follows. The table holds those in use, each with those
/// around it; all there are stand in the <see cref="Gazetteer"/>.
/// </summary>
public class Place
{
    public Guid Id { get; set; }
    public PlaceKind Kind { get; set; }

    /// <summary>Of the INSEE: "59350" for a commune, "59" for a département, "32" for a region.</summary>
    public required string Code { get; set; }

    /// <summary>"Lille", and for a commune whose name is another's, too, "Saint-Denis (93)".</summary>
    public required string Name { get; set; }

    public required string Slug { get; set; }

    /// <summary>The département of a commune, the region of a département.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>The same place has the same number everywhere: it is made of kind and code.</summary>
    public static Guid IdOf(PlaceKind kind, string code) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"place/{kind}/{code}")).AsSpan(0, 16));
}

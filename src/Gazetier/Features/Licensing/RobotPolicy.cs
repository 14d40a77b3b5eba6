using Gazetier.Features.Sections;

namespace Gazetier.Features.Licensing;

/// <summary>
/// What robots may do: a line for the newspaper, and exceptions of sections, which hold for the sections below them too until one of those
/// says otherwise. An article follows its main section. Pure.
/// </summary>
public sealed class RobotPolicy
{
    private readonly Dictionary<Guid, RobotLine> _lines = [];
    private readonly Dictionary<string, RobotLine> _bySlug = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, string> _slugs = [];

    /// <param name="sections">All, in the order of the menu.</param>
    public RobotPolicy(RobotLine paper, IReadOnlyList<RobotException> exceptions, IReadOnlyList<Section> sections)
    {
        Paper = paper;
        var said = exceptions.ToLookup(e => e.SectionId);
        foreach (var section in sections)
        {
            // From the top down: what stands nearer is said last.
            var line = sections.PathTo(section.Id).SelectMany(above => said[above.Id]).Aggregate(paper, (held, e) => held.With(e.Class, e.Choice));
            _lines[section.Id] = line;
            _bySlug[section.Slug] = line;
            _slugs[section.Id] = section.Slug;
        }

        Apart = [.. sections.Where(section => _lines[section.Id] != paper)];
        Files = Enum.GetValues<RobotClass>().Where(kind => !paper.IsOpenTo(kind) && Apart.Any(section => Of(section.Id).IsOpenTo(kind)))
            .Aggregate(paper, (held, kind) => held.With(kind, RobotChoice.Preview));
    }

    /// <summary>Holds where no exception does.</summary>
    public RobotLine Paper { get; }

    /// <summary>Sections in which something else holds than in the newspaper, in the order of the menu.</summary>
    public IReadOnlyList<Section> Apart { get; }

    /// <summary>
    /// Holds for pictures, drawings and attachments, of which nobody knows the section: given where any page that may show them is, and
    /// then for a preview only, so that what the newspaper reserves stays reserved.
    /// </summary>
    public RobotLine Files { get; }

    /// <summary>Whether anything, anywhere, is less than allowed.</summary>
    public bool IsReserved => Paper.IsReserved || Apart.Count > 0;

    public RobotLine Of(Guid section) => _lines.GetValueOrDefault(section, Paper);

    /// <summary>Empty: no section of this newspaper.</summary>
    public string SlugOf(Guid section) => _slugs.GetValueOrDefault(section, "");

    /// <summary>The slug where a section has it; else empty: whoever invents slugs is told nothing else by them.</summary>
    public string KnownSlug(string asked) => _bySlug.ContainsKey(asked) ? asked.ToLowerInvariant() : "";

    /// <summary>Of an article it knows nothing: its section has to be asked for.</summary>
    public RobotLine Of(RobotPlace place) => place.Section is { } slug ? OfSlug(slug) : place.IsFile ? Files : Paper;

    public RobotLine OfSlug(string slug) => _bySlug.GetValueOrDefault(slug, Paper);
}

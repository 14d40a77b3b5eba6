using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Manuscripts.Newsroom;
using Gazetier.Features.Sections;
using Gazetier.Features.Staff;

namespace Gazetier.Features.Planning.Newsroom;

/// <summary>What the planning may be narrowed to, and what was chosen of it.</summary>
/// <param name="Section">Null: all.</param>
/// <param name="Writer">Null: everybody.</param>
public sealed record PlanChoices(IReadOnlyList<Section> Sections, IReadOnlyList<Choice> Writers, Guid? Section, Guid? Writer)
{
    public static readonly PlanChoices None = new([], [], null, null);

    /// <summary>Where who is signed in may publish.</summary>
    public PublishingRights Rights { get; private init; } = new(null, new HashSet<Guid>());

    public static async Task<PlanChoices> ReadAsync(GazetierDb db, SignedIn staff, Guid? section, Guid? writer, CancellationToken cancel) =>
        new((await Choices.ReadAsync(db, cancel)).Sections, await Choices.WritersAsync(db, cancel), section, writer) { Rights = await db.PublishingRightsAsync(staff, cancel) };

    public PlanFilter Filter => new(Section is { } section ? [.. Sections.WithBelow(section)] : null, Writer);

    public bool MayPublishIn(Guid section) => Rights.MayPublishIn(Sections.PathTo(section));

    public string NameOf(Guid section) => Sections.FirstOrDefault(s => s.Id == section)?.Name ?? "";

    /// <summary>An address with what was chosen, and what else it needs.</summary>
    public string At(string address, params (string Name, string? Value)[] others) => address + string.Concat(
        others.Append(("rubrique", Section?.ToString())).Append(("qui", Writer?.ToString()))
            .Where(part => !string.IsNullOrEmpty(part.Item2))
            .Select((part, place) => $"{(place == 0 ? '?' : '&')}{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));
}

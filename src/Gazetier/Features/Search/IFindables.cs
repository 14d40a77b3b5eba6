namespace Gazetier.Features.Search;

/// <summary>A feature's part of the index: it says what readers may find of it, and what has changed.</summary>
public interface IFindables
{
    /// <summary>What its keys begin with, "article"; no other feature has the same.</summary>
    string Prefix { get; }

    /// <summary>What a line of the change log touches: null, nothing of this feature; empty, perhaps all of it; else the keys.</summary>
    IReadOnlyCollection<string>? TouchedBy(string tag);

    /// <summary>Whether what it says changes by the hour, though nobody changes anything: an event shows its next date.</summary>
    bool ChangesWithTime => false;

    /// <summary>Everything that readers may find now, by key, with the version that it has.</summary>
    Task<IReadOnlyDictionary<string, long>> VersionsAsync(CancellationToken cancel);

    /// <summary>Those among <paramref name="keys"/> that readers may find now, as they are now.</summary>
    Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel);
}

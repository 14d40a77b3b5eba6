namespace Gazetier.Features.Access;

/// <summary>Why somebody may read an article, or may not; in French, as the desk says it.</summary>
/// <param name="Sentence">The decision and its best reason.</param>
/// <param name="Others">Every right that the reader holds, in force or not, with what it does for this article.</param>
public sealed record Explanation(bool MayRead, string Sentence, IReadOnlyList<string> Others);

namespace Gazetier.Features.Figures;

/// <summary>What the page of a section or a theme shows.</summary>
/// <param name="Path">Of the readers' page.</param>
public sealed record FiguresOfList(string Name, string Path, Audience Now, Audience Before, IReadOnlyList<Figure> Figures);

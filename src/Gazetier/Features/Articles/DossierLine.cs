namespace Gazetier.Features.Articles;

/// <summary>A dossier in a list.</summary>
public sealed record DossierLine(string Slug, string Title, int Articles);

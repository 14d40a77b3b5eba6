namespace Gazetier.Features.Dossiers;

/// <summary>A series of articles on one matter, in the order that the newsroom chose (G-02).</summary>
public class Dossier
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Title { get; set; }

    /// <summary>The editor's note that opens the dossier.</summary>
    public string Introduction { get; set; } = "";

    /// <summary>False once the newsroom adds no more parts.</summary>
    public bool IsOpen { get; set; } = true;

    public List<DossierPart> Parts { get; set; } = [];
}

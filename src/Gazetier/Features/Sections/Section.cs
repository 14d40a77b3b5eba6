namespace Gazetier.Features.Sections;

/// <summary>Rubrique: a place in the newspaper's tree. An article's breadcrumb is the path to its main section.</summary>
public class Section
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public string Description { get; set; } = "";

    /// <summary>Null at the top of the tree.</summary>
    public Guid? ParentId { get; set; }
    public Section? Parent { get; set; }

    /// <summary>Order among its siblings, as in the menu.</summary>
    public int Position { get; set; }
}

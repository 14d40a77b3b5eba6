namespace Gazetier.Features.Themes;

/// <summary>A subject that articles are about and that readers follow.</summary>
public class Theme
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public string Description { get; set; } = "";
}

namespace Gazetier.Features.Demo;

/// <summary>A block of a partner or of the house.</summary>
public class DemoInsertion
{
    public string Partner { get; set; } = "";
    public string Label { get; set; } = "";
    public string Place { get; set; } = "";
    public string Title { get; set; } = "";
    public string Text { get; set; } = "";
    public string Link { get; set; } = "";

    /// <summary>Where its form's letters go.</summary>
    public string Lead { get; set; } = "";

    /// <summary>Slug; null: everywhere.</summary>
    public string? Section { get; set; }

    /// <summary>How long it is on, from the day of the demonstration.</summary>
    public int Days { get; set; }
}

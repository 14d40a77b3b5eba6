namespace Gazetier.Features.Demo;

/// <summary>An issue of <c>magazine.yaml</c>.</summary>
public class DemoIssue
{
    public int Number { get; set; }

    /// <summary>Before the day of the demonstration, and so negative.</summary>
    public int Days { get; set; }

    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    public int Pages { get; set; }

    /// <summary>The drawing on its cover, and what the cover shows.</summary>
    public string Picture { get; set; } = "";

    public string Alt { get; set; } = "";

    /// <summary>"#1f4e5f", behind the name.</summary>
    public string Colour { get; set; } = "";

    /// <summary>A line each: page, section, title, number of the article; without a title, its headline.</summary>
    public string Contents { get; set; } = "";

    public List<DemoPage> Written { get; set; } = [];
}

/// <summary>A page that was in print only.</summary>
public class DemoPage
{
    public int Page { get; set; }

    /// <summary>Markdown.</summary>
    public string Text { get; set; } = "";
}

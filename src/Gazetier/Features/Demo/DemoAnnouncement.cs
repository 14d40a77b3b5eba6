namespace Gazetier.Features.Demo;

/// <summary>An entry of <c>announcements.yaml</c>.</summary>
public class DemoAnnouncement
{
    public string Kind { get; set; } = "";
    public string Title { get; set; } = "";
    public string Organisation { get; set; } = "";
    public string Locality { get; set; } = "";

    /// <summary>Number of the département.</summary>
    public string Place { get; set; } = "";

    public string Reference { get; set; } = "";
    public string? Nature { get; set; }
    public string Branch { get; set; } = "";
    public string Grade { get; set; } = "";
    public string Contract { get; set; } = "";

    /// <summary>"-2d 06:30": days before today, and the hour in the newspaper's zone.</summary>
    public string Published { get; set; } = "";

    /// <summary>"14d 12:00": days after today.</summary>
    public string Deadline { get; set; } = "";

    public string Link { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Text { get; set; } = "";
}

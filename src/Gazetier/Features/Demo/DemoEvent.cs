namespace Gazetier.Features.Demo;

/// <summary>Something of the agenda.</summary>
public class DemoEvent
{
    public string Slug { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Title { get; set; } = "";
    public string Organiser { get; set; } = "";
    public string Summary { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Text { get; set; } = "";

    /// <summary>Slug of the club whose meeting it is.</summary>
    public string? Club { get; set; }

    public List<DemoEventDate> Dates { get; set; } = [];
}

public class DemoEventDate
{
    /// <summary>After the day of the demonstration.</summary>
    public int Days { get; set; }

    /// <summary>"09:30", in the newspaper's zone.</summary>
    public string From { get; set; } = "";

    public string To { get; set; } = "";
    public string Venue { get; set; } = "";
    public string Link { get; set; } = "";
    public int? Seats { get; set; }

    /// <summary>Cents without tax.</summary>
    public int Price { get; set; }

    /// <summary>Cents without tax.</summary>
    public int MemberPrice { get; set; }

    /// <summary>E-mail addresses of accounts.</summary>
    public List<string> Booked { get; set; } = [];

    /// <summary>E-mail addresses of accounts, in their order.</summary>
    public List<string> Waiting { get; set; } = [];
}

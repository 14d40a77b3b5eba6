namespace Gazetier.Features.Demo;

/// <summary>A club: the section of the same slug, and what makes it one.</summary>
public class DemoClub
{
    public string Slug { get; set; } = "";
    public string Colour { get; set; } = "";
    public int? Product { get; set; }
    public string Motto { get; set; } = "";
    public string Welcome { get; set; } = "";

    /// <summary>Names, and where they lead.</summary>
    public Dictionary<string, string> Topics { get; set; } = [];

    /// <summary>Numbers of articles.</summary>
    public List<long> Pins { get; set; } = [];

    public List<DemoClubPerson> Team { get; set; } = [];
    public List<DemoClubMember> Members { get; set; } = [];
    public List<DemoClubQuestion> Questions { get; set; } = [];
}

public class DemoClubPerson
{
    /// <summary>Slug of an author.</summary>
    public string Author { get; set; } = "";

    public string Role { get; set; } = "";
    public bool Expert { get; set; }
}

/// <summary>An entry of the directory.</summary>
public class DemoClubMember
{
    /// <summary>E-mail address of an account.</summary>
    public string Email { get; set; } = "";

    public string Name { get; set; } = "";
    public string Function { get; set; } = "";
    public string Organisation { get; set; } = "";
    public string About { get; set; } = "";
}

/// <summary>A question to the experts.</summary>
public class DemoClubQuestion
{
    /// <summary>E-mail address of an account.</summary>
    public string From { get; set; } = "";

    public string Subject { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>Number of the article that answers it; null: it waits.</summary>
    public long? Answer { get; set; }
}

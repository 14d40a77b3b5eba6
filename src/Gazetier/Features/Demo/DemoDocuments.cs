namespace Gazetier.Features.Demo;

/// <summary><c>texts.yaml</c>: legal texts, sheets, quizzes, paths and exams.</summary>
public class DemoDocuments
{
    public List<DemoText> Texts { get; set; } = [];
    public List<DemoSheet> Sheets { get; set; } = [];
    public List<DemoQuiz> Quizzes { get; set; } = [];
    public List<DemoPath> Paths { get; set; } = [];
    public List<DemoExam> Exams { get; set; } = [];
}

public class DemoText
{
    public string Kind { get; set; } = "";
    public string Nature { get; set; } = "";
    public string Number { get; set; } = "";
    public string DatedOn { get; set; } = "";
    public string? Published { get; set; }
    public string? InForce { get; set; }
    public string Issuer { get; set; } = "";
    public string Journal { get; set; } = "";
    public string Nor { get; set; } = "";
    public string Ecli { get; set; } = "";
    public string Publication { get; set; } = "";
    public string Author { get; set; } = "";
    public string Chamber { get; set; } = "";
    public string Source { get; set; } = "";
    public string Title { get; set; } = "";
    public string Summary { get; set; } = "";
    public string Access { get; set; } = "None";

    /// <summary>Numbers of the articles about it.</summary>
    public List<long> Articles { get; set; } = [];

    public List<DemoState> States { get; set; } = [];
}

/// <summary>What became of a text.</summary>
public class DemoState
{
    public string Standing { get; set; } = "";
    public string On { get; set; } = "";

    /// <summary>The number of the text that did it, or its name.</summary>
    public string By { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>It was noted just now: the sheets that rest on the text are to be looked at.</summary>
    public bool Told { get; set; }
}

/// <summary>Days are counted from today.</summary>
public class DemoSheet
{
    public long Article { get; set; }
    public int UpToDate { get; set; }
    public int ValidUntil { get; set; }
}

public class DemoQuiz
{
    public string Slug { get; set; } = "";
    public string Title { get; set; } = "";
    public string Standfirst { get; set; } = "";
    public string Access { get; set; } = "None";
    public string Questions { get; set; } = "";
}

public class DemoPath
{
    public string Slug { get; set; } = "";
    public string Title { get; set; } = "";
    public string Standfirst { get; set; } = "";

    /// <summary>"33": an article; "quiz:slug".</summary>
    public List<string> Steps { get; set; } = [];
}

/// <summary>Days are counted from today.</summary>
public class DemoExam
{
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string Organiser { get; set; } = "";
    public string Category { get; set; } = "";
    public int? From { get; set; }
    public int? Until { get; set; }
    public int Held { get; set; }
    public int? Places { get; set; }
    public string Town { get; set; } = "";
    public string Link { get; set; } = "";
    public string? Path { get; set; }
}

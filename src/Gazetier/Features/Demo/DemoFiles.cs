using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Gazetier.Features.Demo;

/// <summary>The files of the demonstration newspaper, <c>demo/</c>, as they are written.</summary>
public static class DemoFiles
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .Build();

    /// <summary>Beside the program, where the build copies it.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    public static string Picture(string name) => Path.Combine(Folder, "pictures", name);

    public static DemoNewspaper Newspaper() => Yaml.Deserialize<DemoNewspaper>(File.ReadAllText(Path.Combine(Folder, "newspaper.yaml")));

    /// <summary>All articles, in the order of their numbers.</summary>
    public static IEnumerable<DemoArticle> Articles() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "articles"), "*.md").Order(StringComparer.Ordinal).Select(Article);

    /// <summary>What the newsroom works on.</summary>
    public static IReadOnlyList<DemoManuscript> Manuscripts() => Yaml.Deserialize<List<DemoManuscript>>(File.ReadAllText(Path.Combine(Folder, "manuscripts.yaml")));

    /// <summary>What readers say, in order: what is answered stands before its answers.</summary>
    public static IReadOnlyList<DemoComment> Comments() => Yaml.Deserialize<List<DemoComment>>(File.ReadAllText(Path.Combine(Folder, "comments.yaml")));
    /// <summary>Tenders and jobs.</summary>
    public static IReadOnlyList<DemoAnnouncement> Announcements() => Yaml.Deserialize<List<DemoAnnouncement>>(File.ReadAllText(Path.Combine(Folder, "announcements.yaml")));

    /// <summary>Legal texts, sheets, quizzes, paths and exams.</summary>
    public static DemoDocuments Documents() => Yaml.Deserialize<DemoDocuments>(File.ReadAllText(Path.Combine(Folder, "texts.yaml")));

    /// <summary>Of the magazine, the newest first.</summary>
    public static IReadOnlyList<DemoIssue> Issues() => Yaml.Deserialize<List<DemoIssue>>(File.ReadAllText(Path.Combine(Folder, "magazine.yaml")));

    private static DemoArticle Article(string file)
    {
        var parts = File.ReadAllText(file).Split("---\n", 3);
        var article = Yaml.Deserialize<DemoArticle>(parts[1]);
        article.Body = parts[2];
        return article;
    }
}

/// <summary><c>newspaper.yaml</c>.</summary>
public class DemoNewspaper
{
    public Dictionary<string, string> Imprint { get; set; } = [];
    public List<DemoNoun> Sections { get; set; } = [];
    public List<DemoNoun> Themes { get; set; } = [];
    public List<DemoNoun> Dossiers { get; set; } = [];
    public List<DemoNoun> Authors { get; set; } = [];
    public List<DemoProduct> Products { get; set; } = [];
    public List<DemoOffer> Offers { get; set; } = [];
    public List<DemoPromotion> PromotionCodes { get; set; } = [];
    public List<DemoMeans> Means { get; set; } = [];

    /// <summary>Terms of sale.</summary>
    public string Terms { get; set; } = "";
    public List<DemoAccount> Accounts { get; set; } = [];
    public List<DemoOrganisation> Organisations { get; set; } = [];
    public List<DemoNewsletter> Newsletters { get; set; } = [];
    public List<DemoClub> Clubs { get; set; } = [];
    public List<DemoEvent> Events { get; set; } = [];

    public List<DemoInsertion> Partners { get; set; } = [];
}

/// <summary>A section, a theme, a dossier or an author.</summary>
public class DemoNoun
{
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string Title { get; set; } = "";
    public string About { get; set; } = "";
    public string? Parent { get; set; }
    public string? Function { get; set; }
    public string? Portrait { get; set; }
}

public class DemoOffer
{
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string Audience { get; set; } = "";
    public string About { get; set; } = "";
    public int PriceCents { get; set; }
    public int TermMonths { get; set; }

    /// <summary>Numbers of products.</summary>
    public List<int> Products { get; set; } = [0];

    public string Customer { get; set; } = "Individual";
    public int? SizeFrom { get; set; }
    public int? SizeTo { get; set; }
    public int? Seats { get; set; }
    public bool WithoutTax { get; set; }
    public bool OnQuote { get; set; }
    public bool Renews { get; set; }
}

public class DemoProduct
{
    public int Number { get; set; }
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string About { get; set; } = "";
    public int TrialDays { get; set; }
}

public class DemoPromotion
{
    public string Code { get; set; } = "";
    public int PercentOff { get; set; }
    public int MostUses { get; set; }
}

/// <summary>A means of payment that is offered.</summary>
public class DemoMeans
{
    public string Means { get; set; } = "";
    public string Text { get; set; } = "";
}

public class DemoAccount
{
    public string Email { get; set; } = "";
    public string Name { get; set; } = "";
    public string Password { get; set; } = "";
    public string? Subscribed { get; set; }
    public string? Role { get; set; }
    public List<string> Themes { get; set; } = [];

    /// <summary>Numbers of the products that their subscription opens.</summary>
    public List<int> Products { get; set; } = [0];

    /// <summary>In the care of a section editor.</summary>
    public List<string> Sections { get; set; } = [];

    /// <summary>Names of the organisations whose seats they look after.</summary>
    public List<string> Steward { get; set; } = [];

    /// <summary>The organisation that they have a seat in.</summary>
    public string? Seat { get; set; }
}

/// <summary>An organisation with one contract.</summary>
public class DemoOrganisation
{
    public string Name { get; set; } = "";
    public string? Siret { get; set; }
    public int? Size { get; set; }
    public int? Seats { get; set; }
    public string Origin { get; set; } = "";

    /// <summary>The slug of the offer that it was bought by.</summary>
    public string? Offer { get; set; }

    public List<string> Domains { get; set; } = [];

    /// <summary>Addresses that have yet to answer.</summary>
    public List<string> Invited { get; set; } = [];
}

/// <summary>A newsletter with an issue that has appeared.</summary>
public class DemoNewsletter
{
    public string Slug { get; set; } = "";
    public string Name { get; set; } = "";
    public string About { get; set; } = "";

    /// <summary>The section whose articles its rule gathers; null: it is written by hand.</summary>
    public string? RuleOf { get; set; }

    /// <summary>Days of its rule.</summary>
    public List<DayOfWeek> Days { get; set; } = [];

    /// <summary>E-mail addresses of accounts.</summary>
    public List<string> SignedUp { get; set; } = [];

    public string Subject { get; set; } = "";
    public string Preheader { get; set; } = "";
    public List<DemoBlock> Blocks { get; set; } = [];
}

/// <summary>One block of an issue.</summary>
public class DemoBlock
{
    public string Kind { get; set; } = "";
    public string Title { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Text { get; set; } = "";

    public List<long> Articles { get; set; } = [];

    /// <summary>Number of the article whose picture it shows.</summary>
    public long? PictureOf { get; set; }

    public string Advertiser { get; set; } = "";
    public string Link { get; set; } = "";
    public bool ForSubscribers { get; set; }
}

/// <summary>One article: its head, and its body in Markdown.</summary>
public class DemoArticle
{
    public long Id { get; set; }
    public string Format { get; set; } = "";
    public string? Kicker { get; set; }
    public string Headline { get; set; } = "";
    public string Standfirst { get; set; } = "";
    public List<string> Authors { get; set; } = [];

    /// <summary>"Name | function".</summary>
    public string? Guest { get; set; }

    public string Section { get; set; } = "";
    public List<string> Sections { get; set; } = [];
    public List<string> Themes { get; set; } = [];
    public List<string> Dossiers { get; set; } = [];
    public string Access { get; set; } = "";

    /// <summary>"-2d 06:30": days before today, and the hour in the newspaper's zone.</summary>
    public string Published { get; set; } = "";

    /// <summary>"-1d 09:10 | reason".</summary>
    public string? Modified { get; set; }

    /// <summary>Who read over what a machine helped to write; null: no machine did.</summary>
    public string? Machine { get; set; }

    /// <summary>"-1d 09:10 | name | function | text": a right of reply that was published.</summary>
    public string? Reply { get; set; }

    /// <summary>"lead" or "secondary": held there by hand.</summary>
    public string? Pin { get; set; }

    public string? Picture { get; set; }
    public string Alt { get; set; } = "";
    public string? Caption { get; set; }
    public string Credit { get; set; } = "";
    public string Body { get; set; } = "";
}

/// <summary>A line of <c>comments.yaml</c>.</summary>
public class DemoComment
{
    public string Key { get; set; } = "";
    public long Article { get; set; }

    /// <summary>Key of what it answers.</summary>
    public string? Answers { get; set; }

    public string Name { get; set; } = "";
    public string Function { get; set; } = "";

    /// <summary>Address of one of the accounts.</summary>
    public string? Account { get; set; }

    /// <summary>"-0d 08:10".</summary>
    public string At { get; set; } = "";

    public string Text { get; set; } = "";
    public bool Featured { get; set; }
    public bool Waits { get; set; }
}

namespace Gazetier.Features.Licensing;

/// <summary>
/// What holds for every class of robots in one place of the newspaper, and what follows from it: each output (robots.txt, tdmrep.json,
/// headers, pages, RSL, sitemaps, PDFs) asks here and nowhere else, so that they cannot differ (L-70). Pure.
/// </summary>
public readonly record struct RobotLine(RobotChoice Search, RobotChoice LinkPreview, RobotChoice Training, RobotChoice Answers, RobotChoice Archive)
{
    /// <summary>Signs that a result may quote where search gets a preview.</summary>
    public const int Snippet = 160;

    /// <summary>Until somebody decides: mining and training are reserved (CPI art. L122-5-3), all else is open.</summary>
    public static RobotLine Usual => new(RobotChoice.Allowed, RobotChoice.Allowed, RobotChoice.Refused, RobotChoice.Allowed, RobotChoice.Allowed);

    public RobotChoice For(RobotClass kind) => kind switch
    {
        RobotClass.Search => Search,
        RobotClass.LinkPreview => LinkPreview,
        RobotClass.Training => Training,
        RobotClass.Answers => Answers,
        _ => Archive,
    };

    public RobotLine With(RobotClass kind, RobotChoice choice) => kind switch
    {
        RobotClass.Search => this with { Search = choice },
        RobotClass.LinkPreview => this with { LinkPreview = choice },
        RobotClass.Training => this with { Training = choice },
        RobotClass.Answers => this with { Answers = choice },
        _ => this with { Archive = choice },
    };

    /// <summary>Whether robots of that class are given pages.</summary>
    public bool IsOpenTo(RobotClass kind) => For(kind) is RobotChoice.Allowed or RobotChoice.Preview;

    /// <summary>Whether no class of robots gets less than under <paramref name="other"/>.</summary>
    public bool IsAsOpenAs(RobotLine other) =>
        Search <= other.Search && LinkPreview <= other.LinkPreview && Training <= other.Training && Answers <= other.Answers && Archive <= other.Archive;

    /// <summary>TDMRep: text and data mining, of which training and answering are kinds, is the publisher's to grant.</summary>
    public bool ReservesMining => Training != RobotChoice.Allowed || Answers != RobotChoice.Allowed;

    /// <summary>Whether anything is less than allowed: then there is a licence to speak of.</summary>
    public bool IsReserved => this != default;

    public bool MayTrain => Training == RobotChoice.Allowed;

    public bool MaySearch => IsOpenTo(RobotClass.Search);

    /// <summary>No copy of the page is to be kept and shown.</summary>
    public bool KeepsCopies => Archive != RobotChoice.Allowed || Search == RobotChoice.Preview;

    /// <summary>The preferences of the IETF's draft (aipref) that say no, "search=n, train-ai=n"; empty: none does.</summary>
    public string Usage => string.Join(", ", [.. MaySearch ? Array.Empty<string>() : ["search=n"], .. MayTrain ? Array.Empty<string>() : ["train-ai=n"]]);

    /// <summary>All of them, yes or no: what an exception must say, because the most restrictive one wins.</summary>
    public string FullUsage => $"search={(MaySearch ? 'y' : 'n')}, train-ai={(MayTrain ? 'y' : 'n')}";

    /// <summary>What search engines are told on the page, beside the size of pictures; empty: nothing.</summary>
    public string Indexing => !MaySearch ? "noindex"
        : string.Join(", ", [.. KeepsCopies ? ["noarchive"] : Array.Empty<string>(), .. Search == RobotChoice.Preview ? [FormattableString.Invariant($"max-snippet:{Snippet}")] : Array.Empty<string>()]);
}

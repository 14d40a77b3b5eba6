namespace Gazetier.Data;

/// <summary>
/// The operator's settings, section <c>Gazetier</c> (docs/running/configure.md). With none at all the program runs.
/// A wrong one stops the start with its name, what is wrong and an example.
/// </summary>
public class NewspaperOptions
{
    /// <summary>Folder of the database, the pictures and the kept mails.</summary>
    public string Data { get; set; } = "./data";

    /// <summary>Empty: a SQLite file in the data folder. "Host=…;Database=…" selects PostgreSQL.</summary>
    public string? Database { get; set; }

    /// <summary>The public address, for mails and feeds: "https://www.exemple.fr".</summary>
    public string Url { get; set; } = "http://localhost:8080";

    public MailOptions Mail { get; set; } = new();

    public ReplyOptions Reply { get; set; } = new();

    public ConversationOptions Conversation { get; set; } = new();

    public ProConnectOptions ProConnect { get; set; } = new();

    /// <summary>Other identity providers, by the name that stands in their addresses.</summary>
    public Dictionary<string, OpenIdOptions> OpenId { get; set; } = new(StringComparer.OrdinalIgnoreCase);
    public StripeOptions Stripe { get; set; } = new();

    /// <summary>Other sites that a form of ours may lead to: browsers follow the redirect of a form nowhere else.</summary>
    public IReadOnlyList<string> FormOrigins => [.. Stripe.IsOn ? [Stripe.CheckoutOrigin] : Array.Empty<string>()];

    /// <summary>A WebSub hub that feeds name and that is told when they change: "https://hub.exemple.fr/". Empty: none.</summary>
    public string Hub { get; set; } = "";

    public bool HasHub => Hub.Length > 0;

    /// <summary>Addresses or networks of proxies whose X-Forwarded-* headers count, separated by commas.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>ISO time that the clock starts from, for tests and demonstrations. Empty: the real time.</summary>
    public string Clock { get; set; } = "";

    /// <summary>Port that also answers /metrics to other machines; 0: loopback only.</summary>
    public int MetricsPort { get; set; }

    /// <summary>What this node does: "all", "web" (answers only) or "worker" (posts and sends only).</summary>
    public string Role { get; set; } = "all";

    /// <summary>Whether readers' requests come to this node.</summary>
    public bool Answers => Role is "all" or "web";

    /// <summary>Whether this node posts mails and does what is scheduled.</summary>
    public bool Works => Role is "all" or "worker";

    /// <summary>Whether other sites are asked, before an article appears, for the pages that it links to.</summary>
    public bool AskLinks { get; set; } = true;

    /// <summary>Megabytes of pages kept in memory.</summary>
    public int PageCacheMegabytes { get; set; } = 256;

    public bool IsPostgres => Database?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;

    public string SqliteConnection => string.IsNullOrWhiteSpace(Database)
        ? $"Data Source={Path.Combine(Data, "gazetier.db")};Default Timeout=10;Cache=Private"
        : Database;

    /// <summary>Settings for mail, <c>Gazetier__Mail__…</c>.</summary>
    public class MailOptions
    {
        /// <summary>"smtp://host:port" or "smtps://name:password@host". Empty: mails are kept, and shown at /dev/mail.</summary>
        public string? Smtp { get; set; }

        /// <summary>The sender: "L'Échelon &lt;lettres@exemple.fr&gt;".</summary>
        public string From { get; set; } = "Gazetier <gazetier@localhost>";

        /// <summary>Connections to the SMTP server at a time, 1–100.</summary>
        public int Connections { get; set; } = 4;

        public BounceOptions Bounces { get; set; } = new();

        public DkimOptions Dkim { get; set; } = new();
    }

    /// <summary>What the law says of the right of reply (LCEN art. 1-1, III; décret 2007-1527; loi de 1881, art. 13; as of November 2026).</summary>
    public class ReplyOptions
    {
        /// <summary>From receipt to publication, 1–30.</summary>
        public int Days { get; set; } = 3;

        /// <summary>From publication of the article to the request, 1–24.</summary>
        public int Months { get; set; } = 3;

        /// <summary>Lines that a reply may always have, however short the article.</summary>
        public int LeastLines { get; set; } = 50;

        /// <summary>Lines that a reply never exceeds.</summary>
        public int MostLines { get; set; } = 200;

        /// <summary>Signs of a line, as newsrooms count: 60.</summary>
        public int SignsPerLine { get; set; } = 60;
    }

    /// <summary>An outside judge of comments, <c>Gazetier__Conversation__…</c>. Off until address and secret are given.</summary>
    public class ConversationOptions
    {
        /// <summary>Where comments are sent to be judged, by a signed POST.</summary>
        public string JudgeUrl { get; set; } = "";

        /// <summary>What the POST is signed with.</summary>
        public string JudgeSecret { get; set; } = "";

        /// <summary>After which the comment waits for a person, 100–10000.</summary>
        public int JudgeMilliseconds { get; set; } = 1_500;

        public bool AsksOutside => JudgeUrl.Length > 0 && JudgeSecret.Length > 0;
    }

    /// <summary>Card payments at Stripe's, <c>Gazetier__Stripe__…</c>. Off until both secrets are given.</summary>
    public class StripeOptions
    {
        /// <summary>"sk_live_…".</summary>
        public string SecretKey { get; set; } = "";

        /// <summary>"whsec_…": what notices are signed with.</summary>
        public string WebhookSecret { get; set; } = "";

        /// <summary>Where the provider's API answers.</summary>
        public string ApiBase { get; set; } = "https://api.stripe.com";

        /// <summary>Where the page stands on which the card is asked for.</summary>
        public string CheckoutOrigin { get; set; } = "https://checkout.stripe.com";

        public bool IsOn => SecretKey.Length > 0 && WebhookSecret.Length > 0;
    }
}

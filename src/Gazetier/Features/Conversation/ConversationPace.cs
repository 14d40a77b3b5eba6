using Gazetier.Features.Accounts;

namespace Gazetier.Features.Conversation;

/// <summary>How much comes at once, in the memory of this node: comments of a person, under an article, in all; notices of a network.</summary>
public class ConversationPace(TimeProvider clock)
{
    public const int NoticesPerNetwork = 20;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly AttemptCounter _persons = new(TimeSpan.FromMinutes(10), 50_000, clock);
    private readonly AttemptCounter _articles = new(Minute, 5_000, clock);
    private readonly AttemptCounter _site = new(Minute, 10, clock);
    private readonly AttemptCounter _notices = new(TimeSpan.FromHours(1), 50_000, clock);

    /// <summary>Counts one comment more.</summary>
    public (int OfPerson, int OfArticle, int OfSite) Add(Guid account, long article) =>
        (_persons.Add(account.ToString()), _articles.Add(ConversationTags.Of(article)), _site.Add(""));

    /// <summary>False: this network gives too many notices.</summary>
    public bool MayNotify(string network) => _notices.Add(network) <= NoticesPerNetwork;
}

using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Figures;
using Gazetier.Features.Generate;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>
/// Invents how the demonstration was read for a month, so that its figures show something: the same dice for each article and
/// day, so that it comes out the same everywhere. What visitors of the demonstration add is counted on top.
/// </summary>
public class MakeDemoFigures(GazetierDb db)
{
    private const int Days = 31;

    /// <summary>The share of each kind of referrer, in their order; the rest comes from other sites.</summary>
    private static readonly (ReferrerKind Kind, double Share)[] Origins =
    [
        (ReferrerKind.Direct, .34), (ReferrerKind.Ours, .27), (ReferrerKind.Search, .21), (ReferrerKind.Social, .07), (ReferrerKind.Mail, .03),
    ];

    private static readonly string[] Sites = ["intranet.valmorel.example", "veille.cdg.example", "forum-secretaires.example"];

    private readonly List<ReadCount> _made = [];

    /// <summary>Replaces the figures of the demonstration’s articles; the caller's transaction keeps them.</summary>
    /// <param name="today">In the newspaper's time zone.</param>
    public async Task RunAsync(DateOnly today, CancellationToken cancel)
    {
        var demo = db.Articles.Where(a => a.ImportKey != null && a.ImportKey.StartsWith("demo:"));
        await db.ReadCounts.Where(c => c.ArticleId == ReadCount.NoArticle || demo.Any(a => a.Id == c.ArticleId)).ExecuteDeleteAsync(cancel);
        var articles = await demo.AsNoTracking().Where(a => a.Status == ArticleStatus.Published).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Access, a.PublishedAt }).ToListAsync(cancel);
        foreach (var article in articles)
        {
            var first = Math.Clamp(today.DayNumber - DemoClock.Day(article.PublishedAt!.Value).DayNumber, 0, Days - 1);
            for (var back = first; back >= 0; back--)
            {
                Add(article.Id, article.Access, today.AddDays(-back), first, first - back);
            }
        }

        AddElsewhere(today);
        // Tens of thousands: saved one by one they would take longer than all the rest of the demonstration.
        await using var rows = Bulk.Of<ReadCount>(db);
        rows.Add(_made);
        await rows.WriteAsync(cancel);
    }

    private void Add(long article, Requirement asked, DateOnly day, int first, int age)
    {
        var dice = new Dice(article, day.DayNumber);
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? .35 : 1;
        // Fewer are left of what is older: those were read the more.
        var popular = (60 + (200 * (article * 7 % 10) / 10.0)) * (1 + (first / 7.0));
        var views = (long)(popular * weekend * (.6 + (.8 * dice.Share())) * ((1 / (1 + (age * .8))) + .02));
        var (subscribers, registered) = (Part(views, .31), Part(views, .22));
        var visitors = views - subscribers - registered;
        var stopped = asked switch { Requirement.None => 0, Requirement.Registration => visitors, _ => visitors + registered };
        Add(day, article, asked == Requirement.None ? ReadStep.Read : ReadStep.Stopped, nameof(AccessClass.Visitor), visitors);
        Add(day, article, asked == Requirement.Subscription ? ReadStep.Stopped : ReadStep.Read, nameof(AccessClass.Registered), registered);
        Add(day, article, ReadStep.Read, nameof(AccessClass.Subscriber), subscribers);
        Add(day, article, ReadStep.Robot, "", Part(views, .4 + (.3 * dice.Share())));
        AddOrigins(day, article, views, ref dice);
        AddDepth(day, article, views - stopped, ReadStep.Depth, [.13, .14, .12, .42]);
        AddDepth(day, article, stopped, ReadStep.DepthToWall, [.1, .1, .12, .5]);
        AddTimes(day, article, views);
        AddWall(day, article, stopped, ref dice);
    }

    private void AddOrigins(DateOnly day, long article, long views, ref Dice dice)
    {
        var other = views;
        foreach (var (kind, share) in Origins)
        {
            var number = Part(views, share);
            Add(day, article, ReadStep.From, kind.Name(), number);
            other -= number;
        }

        Add(day, article, ReadStep.From, ReferrerKind.Other.Name(), other);
        Add(day, article, ReadStep.Host, dice.Of(Sites), other);
    }

    private void AddDepth(DateOnly day, long article, long views, ReadStep step, double[] shares)
    {
        foreach (var (quarter, share) in ReadingReport.Quarters.Zip(shares))
        {
            Add(day, article, step, quarter, Part(views, share));
        }
    }

    private void AddTimes(DateOnly day, long article, long views)
    {
        foreach (var (time, share) in ReadingReport.Times.Zip([.16, .18, .2, .22, .1]))
        {
            Add(day, article, ReadStep.Time, time, Part(views, share));
        }
    }

    /// <summary>Few: a step is taken or not, by chance.</summary>
    private void AddWall(DateOnly day, long article, long stopped, ref Dice dice)
    {
        foreach (var (step, share) in new[] { (ReadStep.Offers, .05), (ReadStep.SignedIn, .08), (ReadStep.Asked, .025), (ReadStep.Confirmed, .02) })
        {
            Add(day, article, step, "", (long)((stopped * share) + dice.Share()));
        }
    }

    private void AddElsewhere(DateOnly today)
    {
        for (var back = Days - 1; back >= 0; back--)
        {
            var dice = new Dice(0, today.AddDays(-back).DayNumber);
            Add(today.AddDays(-back), ReadCount.NoArticle, ReadStep.Offers, "", 2 + dice.Next(6));
            Add(today.AddDays(-back), ReadCount.NoArticle, ReadStep.Asked, "", dice.Next(3));
            Add(today.AddDays(-back), ReadCount.NoArticle, ReadStep.Confirmed, "", dice.Next(2));
            Add(today.AddDays(-back), ReadCount.NoArticle, ReadStep.Left, "digest", dice.Next(7) / 5);
        }
    }

    private void Add(DateOnly day, long article, ReadStep step, string kind, long number)
    {
        if (number > 0)
        {
            _made.Add(new ReadCount { Day = day, ArticleId = article, Step = step, Kind = kind, Number = number });
        }
    }

    private static long Part(long whole, double share) => (long)Math.Round(whole * share);
}

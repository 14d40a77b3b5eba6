using Gazetier.Data;
using Gazetier.Features.Generate;
using Gazetier.Features.Licensing;
using Gazetier.Features.Robots;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>What the demonstration lets robots do, and a month of their visits, by the same dice everywhere.</summary>
public class MakeDemoRobots(GazetierDb db)
{
    private const int Days = 31;

    private const string Opinions = "opinions";

    /// <summary>Of a hundred visits, how many go to each section; the rest to the front page and what is like it.</summary>
    private static readonly (string Slug, int Share)[] Places = [("juridique", 30), ("actualite", 20), ("finances", 15), ("technique", 10)];

    /// <summary>Visits of a day at most, of a hundred how many are verified and how many are somebody else, and how often a day it reads the rules.</summary>
    private static readonly (string Robot, RobotClass Class, int Most, int Verified, int Impostors, int Rules)[] Visitors =
    [
        ("Googlebot", RobotClass.Search, 900, 93, 5, 24),
        ("bingbot", RobotClass.Search, 400, 96, 2, 12),
        ("Qwantbot", RobotClass.Search, 90, 99, 0, 2),
        ("facebookexternalhit", RobotClass.LinkPreview, 60, 0, 0, 0),
        ("LinkedInBot", RobotClass.LinkPreview, 45, 97, 0, 0),
        ("GPTBot", RobotClass.Training, 700, 88, 8, 4),
        ("ClaudeBot", RobotClass.Training, 420, 91, 4, 3),
        ("CCBot", RobotClass.Training, 120, 100, 0, 1),
        ("Bytespider", RobotClass.Training, 300, 0, 0, 0),
        ("ChatGPT-User", RobotClass.Answers, 260, 94, 3, 0),
        ("PerplexityBot", RobotClass.Answers, 130, 80, 15, 2),
        ("archive.org_bot", RobotClass.Archive, 40, 100, 0, 1),
    ];

    /// <param name="today">In the newspaper's time zone.</param>
    public async Task RunAsync(DateOnly today, DateTime now, CancellationToken cancel)
    {
        var line = new RobotLine(RobotChoice.Allowed, RobotChoice.Allowed, RobotChoice.Licensed, RobotChoice.Preview, RobotChoice.Allowed);
        db.Add(new RobotSetting
        {
            Line = line,
            Terms = "La licence est annuelle et se paie d’avance, au nombre d’articles.\nElle nomme le modèle ou le service qui s’en sert.\nUne réponse qui reprend un article le cite et y renvoie.",
            ChangedAt = now,
            Version = 1,
        });
        var opinions = await db.Sections.Where(s => s.Slug == Opinions).Select(s => s.Id).SingleAsync(cancel);
        db.AddRange(new[] { RobotClass.Training, RobotClass.Answers }.Select(kind => new RobotException { SectionId = opinions, Class = kind, Choice = RobotChoice.Refused }));
        for (var back = Days - 1; back >= 0; back--)
        {
            Add(today.AddDays(-back), line);
        }
    }

    private void Add(DateOnly day, RobotLine line)
    {
        foreach (var (number, visitor) in Visitors.Index())
        {
            var dice = new Dice(number, day.DayNumber);
            var visits = (long)(visitor.Most * (.4 + (.6 * dice.Share())));
            var (verified, impostors) = (visits * visitor.Verified / 100, visits * visitor.Impostors / 100);
            Add(day, visitor.Robot, visitor.Class, RobotVerdict.Verified, verified, line);
            Add(day, visitor.Robot, visitor.Class, RobotVerdict.Impostor, impostors, line);
            Add(day, visitor.Robot, visitor.Class, RobotVerdict.Unknown, visits - verified - impostors, line);
            Add(new RobotVisit { Day = day, Robot = visitor.Robot, Class = visitor.Class, Verdict = RobotVerdict.Verified, Answer = RobotAnswer.Rules, Number = visitor.Rules });
        }
    }

    private void Add(DateOnly day, string robot, RobotClass kind, RobotVerdict verdict, long number, RobotLine line)
    {
        // Where a licence is asked, a twentieth is of the section that gives none.
        var refused = line.For(kind) == RobotChoice.Licensed ? number / 20 : 0;
        Add(new RobotVisit { Day = day, Robot = robot, Class = kind, Section = Opinions, Verdict = verdict, Answer = RobotAnswer.Refused, Number = refused });
        var (answer, rest) = (line.IsOpenTo(kind) ? RobotAnswer.Given : RobotAnswer.Licence, number - refused);
        foreach (var (slug, share) in Places)
        {
            Add(new RobotVisit { Day = day, Robot = robot, Class = kind, Section = slug, Verdict = verdict, Answer = answer, Number = (number - refused) * share / 100 });
            rest -= (number - refused) * share / 100;
        }

        Add(new RobotVisit { Day = day, Robot = robot, Class = kind, Verdict = verdict, Answer = answer, Number = rest });
    }

    private void Add(RobotVisit visit)
    {
        if (visit.Number > 0)
        {
            db.Add(visit);
        }
    }
}

using System.Globalization;
using Gazetier.Data;
using Gazetier.Features.Access;
using Gazetier.Features.Articles;
using Gazetier.Features.Exams;
using Gazetier.Features.LegalTexts;
using Gazetier.Features.Quizzes;
using Gazetier.Features.Sheets;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Demo;

/// <summary>Makes the legal texts of the demonstration and what became of them, the dates of its sheets, its quizzes, its path and its exams.</summary>
public class MakeDemoDocuments(GazetierDb db)
{
    /// <summary>After the articles; the caller's transaction keeps it.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancel)
    {
        var written = DemoFiles.Documents();
        var articles = await db.Articles.Include(a => a.LegalTexts).Where(a => a.ImportKey != null).ToDictionaryAsync(a => a.ImportKey!, cancel);
        Article ArticleOf(long id) => articles[string.Create(CultureInfo.InvariantCulture, $"demo:{id}")];
        AddTexts(written.Texts, ArticleOf, now);
        db.AddRange(written.Sheets.Select(sheet => Made(sheet, ArticleOf(sheet.Article), now)));
        var quizzes = written.Quizzes.ToDictionary(quiz => quiz.Slug, quiz => Made(quiz, now), StringComparer.Ordinal);
        db.AddRange(quizzes.Values);
        var paths = written.Paths.ToDictionary(path => path.Slug, path => Made(path, ArticleOf, quizzes, now), StringComparer.Ordinal);
        db.AddRange(paths.Values);
        db.AddRange(written.Exams.Select(exam => Made(exam, paths, now)));
        await db.SaveChangesAsync(cancel);
    }

    private void AddTexts(List<DemoText> written, Func<long, Article> articleOf, DateTime now)
    {
        var texts = written.ToDictionary(text => text.Number, text => Made(text, now), StringComparer.Ordinal);
        foreach (var from in written)
        {
            var text = texts[from.Number];
            text.States.AddRange(from.States.Select(state => new TextState
            {
                Standing = Enum.Parse<TextStanding>(state.Standing),
                On = DateOnly.Parse(state.On, CultureInfo.InvariantCulture),
                ByText = texts.GetValueOrDefault(state.By),
                ByReference = state.By,
                Reason = state.Reason,
                RecordedAt = state.Told ? now.AddHours(-2) : now.AddDays(-60),
                IsTold = state.Told,
                ToldAt = state.Told ? now.AddHours(-1) : null,
            }));
            from.Articles.ForEach(id => articleOf(id).LegalTexts.Add(text));
            db.Add(text);
        }
    }

    private static LegalText Made(DemoText from, DateTime now)
    {
        var text = new LegalText
        {
            Slug = "",
            Kind = Enum.Parse<LegalTextKind>(from.Kind),
            Nature = from.Nature,
            Number = from.Number,
            Issuer = from.Issuer,
            Ecli = Ecli.Read(from.Ecli)?.ToString() ?? "",
            Nor = Nor.Read(from.Nor) ?? "",
            SignedOn = DateOnly.Parse(from.DatedOn, CultureInfo.InvariantCulture),
            PublishedOn = from.Published is null ? null : DateOnly.Parse(from.Published, CultureInfo.InvariantCulture),
            InForceOn = from.InForce is null ? null : DateOnly.Parse(from.InForce, CultureInfo.InvariantCulture),
            JournalReference = from.Journal,
            PublicationLevel = from.Publication,
            QuestionAuthor = from.Author,
            Chamber = from.Chamber,
            Source = from.Source,
            Title = from.Title,
            Summary = Body.Sanitise(Markdown.ToHtml(from.Summary, (_, _, _) => null)),
            Access = Enum.Parse<Requirement>(from.Access),
            AppearedAt = now.AddDays(-30),
            ChangedAt = now.AddDays(-30),
        };
        text.Name();
        text.Slug = Slug.From(text.Reference);
        return text;
    }

    private static Sheet Made(DemoSheet from, Article article, DateTime now)
    {
        var today = DemoClock.Day(now);
        var sheet = new Sheet { Article = article };
        sheet.Review(today.AddDays(from.UpToDate), today.AddDays(from.ValidUntil), "Nadia Benhaddou", now.AddDays(from.UpToDate));
        sheet.RemindedAt = sheet.HasEndedOn(today) ? now : null;
        return sheet;
    }

    private static Quiz Made(DemoQuiz from, DateTime now) => new()
    {
        Slug = from.Slug,
        Title = from.Title,
        Standfirst = from.Standfirst,
        Written = QuizPaper.Write(QuizPaper.Read(from.Questions).Questions),
        Access = Enum.Parse<Requirement>(from.Access),
        AppearedAt = now.AddDays(-20),
        ChangedAt = now.AddDays(-20),
    };

    private static ExamPath Made(DemoPath from, Func<long, Article> articleOf, Dictionary<string, Quiz> quizzes, DateTime now) => new()
    {
        Slug = from.Slug,
        Title = from.Title,
        Standfirst = from.Standfirst,
        AppearedAt = now.AddDays(-15),
        ChangedAt = now.AddDays(-15),
        Steps =
        [
            .. from.Steps.Select((step, index) => step.StartsWith("quiz:", StringComparison.Ordinal)
                ? new PathStep { Position = index + 1, Quiz = quizzes[step["quiz:".Length..]] }
                : new PathStep { Position = index + 1, Article = articleOf(long.Parse(step, CultureInfo.InvariantCulture)) }),
        ],
    };

    private static Exam Made(DemoExam from, Dictionary<string, ExamPath> paths, DateTime now)
    {
        var today = DemoClock.Day(now);
        return new Exam
        {
            Slug = from.Slug,
            Name = from.Name,
            Organiser = from.Organiser,
            Category = from.Category,
            RegistrationFrom = from.From is { } first ? today.AddDays(first) : null,
            RegistrationUntil = from.Until is { } last ? today.AddDays(last) : null,
            HeldOn = today.AddDays(from.Held),
            Places = from.Places,
            Town = from.Town,
            Link = from.Link,
            Path = from.Path is null ? null : paths[from.Path],
            ChangedAt = now,
        };
    }
}

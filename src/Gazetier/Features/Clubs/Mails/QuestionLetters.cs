using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Features.Articles;
using Gazetier.Features.Clubs.Questions;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Clubs.Mails;

/// <summary>Which question a mail is about.</summary>
public sealed record QuestionMail(Guid QuestionId, string Language);

/// <summary>The letters to a member who asked the experts.</summary>
public class QuestionLetters(GazetierDb db, LetterWriter writer, PublicAddress address) : IComposeMail
{
    public const string Answered = "club.answered";
    public const string Declined = "club.declined";

    public IReadOnlyCollection<string> Kinds { get; } = [Answered, Declined];

    /// <summary>Null where the question, or its answer, is gone.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<QuestionMail>(mail.Arguments)!;
        var question = await db.ClubQuestions.AsNoTracking().Include(q => q.Club.Section).Include(q => q.Article).FirstOrDefaultAsync(q => q.Id == asked.QuestionId, cancel);
        if (question is null || (mail.Kind == Answered && question.Article is null))
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        return await writer.WriteAsync(mail, t, _ => mail.Kind == Answered ? AnswerOf(question, question.Article!, t) : RefusalOf(question, t), cancel);
    }

    private Letter AnswerOf(ClubQuestion question, Article answer, Phrases t) => new(
        t["{0} vous répond", question.Club.Section.Name],
        [t["Bonjour,"], t["Vous avez demandé : « {0} ». La réponse vient de paraître, sous le titre « {1} ».", question.Subject, answer.Headline]])
    {
        Link = address.Of(ArticleAddress.Of(answer.Id, answer.Slug)),
        LinkText = t["Lire la réponse"],
    };

    private Letter RefusalOf(ClubQuestion question, Phrases t) => new(
        t["Votre question au {0}", question.Club.Section.Name],
        [t["Bonjour,"], t["Vous avez demandé : « {0} ». Nos experts n’y répondront pas, et voici pourquoi.", question.Subject], question.Reason])
    {
        Link = address.Of(ClubAddress.Mine(question.Club.Section.Slug, "questions")),
        LinkText = t["Vos questions"],
    };
}

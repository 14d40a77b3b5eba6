using System.Text.Json.Nodes;
using Gazetier.Features.Access;
using Gazetier.Text;

namespace Gazetier.Features.Quizzes;

/// <summary>A quiz as machines read it: schema.org Quiz. The answers stand in it only where the quiz asks nothing of its reader (G-05).</summary>
public static class QuizMetadata
{
    /// <param name="url">Absolute address of its page.</param>
    public static string Write(Quiz quiz, string url)
    {
        var json = new JsonObject
        {
            ["@type"] = "Quiz",
            ["name"] = quiz.Title,
            ["description"] = quiz.Standfirst,
            ["url"] = url,
            ["inLanguage"] = "fr",
            ["isAccessibleForFree"] = quiz.Access != Requirement.Subscription,
        };
        if (quiz.Access == Requirement.None)
        {
            json["hasPart"] = new JsonArray([.. quiz.Questions().Select(Question)]);
        }

        return StructuredData.Write(json);
    }

    private static JsonNode Question(QuizQuestion question) => new JsonObject
    {
        ["@type"] = "Question",
        ["eduQuestionType"] = question.HasSeveral ? "Checkbox" : "Multiple choice",
        ["text"] = question.Text,
        ["acceptedAnswer"] = Answers(question, isRight: true),
        ["suggestedAnswer"] = Answers(question, isRight: false),
    };

    private static JsonArray Answers(QuizQuestion question, bool isRight) => new(
    [
        .. question.Answers.Index().Where(answer => answer.Item.IsRight == isRight).Select(answer => (JsonNode)new JsonObject
        {
            ["@type"] = "Answer",
            ["position"] = answer.Index,
            ["text"] = answer.Item.Text,
        }),
    ]);
}

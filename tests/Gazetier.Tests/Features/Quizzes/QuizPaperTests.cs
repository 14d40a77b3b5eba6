using CsCheck;
using Gazetier.Features.Quizzes;
using Shouldly;

namespace Gazetier.Tests.Features.Quizzes;

/// <summary>What the newsroom writes of a quiz, and what readers answer.</summary>
public class QuizPaperTests
{
    private static readonly Gen<string> Said = Gen.String[Gen.Char["abé ?+->.’"], 1, 20].Select(text => "x" + text.Trim());

    private static readonly Gen<QuizQuestion> Question =
        Gen.Select(Said, Gen.Select(Said, Gen.Bool).Array[1, 5], Said).Select((text, answers, explanation) =>
            new QuizQuestion(Printed(text), [new QuizAnswer("juste", true), .. answers.Select(answer => new QuizAnswer(Printed(answer.Item1), answer.Item2))], Printed(explanation)));

    [Fact]
    public void It_is_read_as_it_is_written() => Question.Array[0, 6].Sample(questions =>
    {
        var read = QuizPaper.Read(QuizPaper.Write(questions));
        read.Faults.ShouldBeEmpty();
        read.Questions.Select(Plain).ShouldBe(questions.Select(Plain));
    });

    [Fact]
    public void Each_fault_is_said_with_its_line()
    {
        const string paper = "+ sans question\n? Une\n- a\n- b\n?\n+ a\n- b\n? Seule\n+ a\nquoi\n? Bonne\n+ a\n- b\n> Parce que.\n> Et encore.\n";
        var read = QuizPaper.Read(paper);
        read.Faults.OrderBy(f => f.Line).Select(f => (f.Line, f.Kind)).ShouldBe(
        [
            (1, PaperFaultKind.NotUnderstood), (2, PaperFaultKind.NoRightAnswer), (5, PaperFaultKind.NoQuestion), (8, PaperFaultKind.TooFewAnswers), (10, PaperFaultKind.NotUnderstood),
        ]);
        read.Questions.ShouldHaveSingleItem().Explanation.ShouldBe("Parce que. Et encore.");
    }

    [Fact]
    public void Whatever_is_typed_nothing_breaks() => Gen.String.Sample(text => QuizPaper.Read(text).Questions.ShouldAllBe(q => q.Answers.Count >= 2));

    [Fact]
    public void Half_a_truth_is_none()
    {
        var question = new QuizQuestion("?", [new("a", true), new("b", true), new("c", false)], "");
        question.IsRight(new HashSet<int> { 0, 1 }).ShouldBeTrue();
        question.IsRight(new HashSet<int> { 0 }).ShouldBeFalse();
        question.IsRight(new HashSet<int> { 0, 1, 2 }).ShouldBeFalse();
        question.IsRight(new HashSet<int>()).ShouldBeFalse();
    }

    [Fact]
    public void Answers_stand_in_an_address_and_are_read_back() => Gen.Select(Question.Array[1, 6], Gen.Int[0, 5].Array[0, 4].Array[6]).Sample((questions, ticked) =>
    {
        var answers = QuizAnswers.Of(questions, name => new(Array.ConvertAll(ticked[int.Parse(name.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)], n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var again = QuizAnswers.Read(answers.ToString(), questions);
        again.ToString().ShouldBe(answers.ToString());
        again.Score(questions).ShouldBe(answers.Score(questions));
    });

    [Fact]
    public void A_hostile_address_is_answers_to_nothing() => Gen.Select(Gen.String, Question.Array[1, 4]).Sample((written, questions) =>
        QuizAnswers.Read(written, questions).Chosen.Count.ShouldBe(questions.Length));

    private static string Printed(string text) => Gazetier.Text.Printable.Line(text);

    private static string Plain(QuizQuestion question) => $"{question.Text}|{string.Join('|', question.Answers)}|{question.Explanation}";
}

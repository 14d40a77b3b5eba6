using System.Net;
using System.Text;
using Gazetier.Features.Conversation;
using Gazetier.Features.Conversation.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Conversation.Moderation;

/// <summary>The outside judge: asked by a signed POST; when it fails, what was written waits and is not lost.</summary>
public class AskOutsideTests
{
    private static readonly (string Name, string Value)[] Settings =
        [("Conversation:JudgeUrl", "https://juge.example/juger"), ("Conversation:JudgeSecret", "un secret de l’exploitant"), ("Conversation:JudgeMilliseconds", "300")];

    [Theory]
    [InlineData("""{"outcome":"published"}""", CommentState.Published, ModerationReason.None)]
    [InlineData("""{"outcome":"waiting"}""", CommentState.Waiting, ModerationReason.Outside)]
    [InlineData("""{"outcome":"refused"}""", CommentState.Refused, ModerationReason.Outside)]
    [InlineData("""{"outcome":"peut-être"}""", CommentState.Waiting, ModerationReason.OutsideSilent)]
    [InlineData("pas du JSON", CommentState.Waiting, ModerationReason.OutsideSilent)]
    [InlineData("500", CommentState.Waiting, ModerationReason.OutsideSilent)]
    [InlineData("silence", CommentState.Waiting, ModerationReason.OutsideSilent)]
    public async Task Its_answer_counts_and_its_failure_makes_it_wait(string answer, CommentState state, ModerationReason reason)
    {
        var judge = new JudgeDouble(answer);
        await using var site = await Site.OpenAsync(services => services.AddHttpClient(nameof(AskOutside)).ConfigurePrimaryHttpMessageHandler(() => judge), Settings);
        await site.KnowAsync(Newsroom.Camille);
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.SayAsync("Une remarque sur les réseaux.")).Status.ShouldBe(HttpStatusCode.Redirect);
        var kept = await site.NewestAsync();
        (kept.State, kept.Reason, kept.Text).ShouldBe((state, reason, "Une remarque sur les réseaux."));

        judge.Body.ShouldContain("Une remarque sur les r");
        judge.Body.ShouldNotContain("example.org");
        judge.Signature.ShouldBe(AskOutside.Sign("un secret de l’exploitant", long.Parse(judge.Time, System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(judge.Body)));
    }

    private sealed class JudgeDouble(string answer) : HttpMessageHandler
    {
        public string Body { get; private set; } = "";

        public string Signature { get; private set; } = "";

        public string Time { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            (Signature, Time) = (request.Headers.GetValues("Gazetier-Signature").Single(), request.Headers.GetValues("Gazetier-Time").Single());
            if (answer == "silence")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return answer == "500"
                ? new HttpResponseMessage(HttpStatusCode.InternalServerError)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gazetier.Data;

namespace Gazetier.Features.Conversation.Moderation;

/// <summary>
/// The last phase, where the operator set one: an outside judge, asked by a signed HTTP POST (HMAC-SHA256 over the time and the body,
/// in <c>Gazetier-Signature</c>). It has little time; what it does not say in time waits for a person and is never lost.
/// </summary>
public sealed partial class AskOutside(IHttpClientFactory clients, NewspaperOptions options, TimeProvider clock, ILogger<AskOutside> log)
{
    /// <summary>Bytes of an answer.</summary>
    public const int MostBytes = 16 * 1024;

    public async Task<Finding> RunAsync(SentComment sent, Submission known, CancellationToken cancel)
    {
        if (!options.Conversation.AsksOutside)
        {
            return Finding.Published;
        }

        try
        {
            using var hurry = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            hurry.CancelAfter(TimeSpan.FromMilliseconds(options.Conversation.JudgeMilliseconds));
            using var answer = await clients.CreateClient(nameof(AskOutside)).SendAsync(Request(sent, known), hurry.Token);
            answer.EnsureSuccessStatusCode();
            return Read(await answer.Content.ReadFromJsonAsync<OutsideAnswer>(hurry.Token));
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or NotSupportedException or InvalidOperationException
            || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            DidNotAnswer(log, error);
            return new(Outcome.Waiting, ModerationReason.OutsideSilent);
        }
    }

    /// <summary>"sha256=…" over "time.body".</summary>
    public static string Sign(string secret, long time, byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(FormattableString.Invariant($"{time}.")), .. body]));

    private static Finding Read(OutsideAnswer? answer) => answer?.Outcome switch
    {
        "published" => Finding.Published,
        "waiting" => new(Outcome.Waiting, ModerationReason.Outside),
        "refused" => new(Outcome.Refused, ModerationReason.Outside),
        _ => new(Outcome.Waiting, ModerationReason.OutsideSilent),
    };

    private HttpRequestMessage Request(SentComment sent, Submission known)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { article = sent.ArticleId, answers = sent.AnswersId, name = sent.Name, function = sent.Function, text = sent.Text, published = known.PublishedBefore });
        var time = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, options.Conversation.JudgeUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Gazetier-Time", FormattableString.Invariant($"{time}"));
        request.Headers.Add("Gazetier-Signature", Sign(options.Conversation.JudgeSecret, time, body));
        return request;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outside judge of comments did not answer: the comment waits for a person")]
    private static partial void DidNotAnswer(ILogger log, Exception error);

    /// <param name="Outcome">"published", "waiting", "refused".</param>
    private sealed record OutsideAnswer(string? Outcome);
}

using Gazetier.Features.Conversation.Threads;

namespace Gazetier.Features.Conversation;

/// <summary>Every few seconds: tells pages what a wave put off. Every minute: tells followers.</summary>
public sealed partial class ConversationRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ConversationRounds> log) : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0L; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await Task.Delay(Step, clock, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<TellPages>().TellRestAsync(stoppingToken);
                if (round % 12 == 6)
                {
                    await scope.ServiceProvider.GetRequiredService<IssueThreads>().RunAsync(stoppingToken);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                RoundFailed(log, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the conversation failed; trying again")]
    private static partial void RoundFailed(ILogger log, Exception error);
}

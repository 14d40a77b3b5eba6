namespace Gazetier.Features.Replies;

public static class ReplyQueries
{
    /// <summary>What waits for a decision.</summary>
    public static IQueryable<ReplyRequest> Open(this IQueryable<ReplyRequest> requests) =>
        requests.Where(r => r.State == ReplyState.Received || r.State == ReplyState.AskedBack);

    /// <summary>What was decided on.</summary>
    public static IQueryable<ReplyRequest> Decided(this IQueryable<ReplyRequest> requests) =>
        requests.Where(r => r.State == ReplyState.Published || r.State == ReplyState.Refused);

    /// <summary>Whose deadline is near and whose editors were not told yet.</summary>
    public static IQueryable<ReplyRequest> ToCall(this IQueryable<ReplyRequest> requests, DateTime now)
    {
        var near = now + ReplyRequest.LastCall;
        return requests.Open().Where(r => r.DueAt <= near && r.LastCalledAt == null);
    }
}

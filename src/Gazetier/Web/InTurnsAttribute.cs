using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gazetier.Web;

/// <summary>
/// For pages to which a crowd may write all at once: a few of what is sent are at work at a time, the others wait without a thread, so
/// that who reads is never behind them. By then what is sent was read (<see cref="SmallForm"/>): who sends slowly keeps nobody waiting.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InTurnsAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    /// <summary>More is not kept in memory: it is asked to come back (503).</summary>
    public const int MostWaiting = 5_000;

    /// <summary>One may wait for an answer from elsewhere while each processor works.</summary>
    public static readonly int AtOnce = Environment.ProcessorCount + 1;

    private readonly SemaphoreSlim _turns = new(AtOnce, AtOnce);
    private int _waiting;

    /// <summary>After the form was read.</summary>
    public int Order => 1;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }

        if (!await WaitAsync(context.HttpContext.RequestAborted))
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
            return;
        }

        try
        {
            // Whoever gives a turn away hands it to its own thread, which would go on from one to the next before it looked at what else
            // came: to the end of the line, where those who read stand too.
            await Task.Yield();
            await next();
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<bool> WaitAsync(CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return false;
        }

        try
        {
            await _turns.WaitAsync(cancel);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}

using Gazetier.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Shouldly;

namespace Gazetier.Tests.Web;

public class InTurnsTests
{
    private readonly InTurnsAttribute _turns = new();
    private readonly TaskCompletionSource _end = new();
    private int _atWork;

    [Fact]
    public async Task A_few_are_at_work_the_others_wait_for_them_and_too_many_are_asked_to_come_back()
    {
        var sent = Enumerable.Range(0, InTurnsAttribute.AtOnce + InTurnsAttribute.MostWaiting).Select(_ => SendAsync("POST")).ToList();
        _atWork.ShouldBe(InTurnsAttribute.AtOnce);
        ((StatusCodeResult)(await SendAsync("POST"))!).StatusCode.ShouldBe(503);
        (await Task.WhenAny(SendAsync("GET"), sent[0])).ShouldNotBe(sent[0], "who reads waits for nobody");
        _end.SetResult();
        (await Task.WhenAll(sent)).ShouldAllBe(result => result == null);
    }

    [Fact]
    public async Task What_fails_and_who_goes_leave_their_turn_to_others()
    {
        for (var n = 0; n < InTurnsAttribute.AtOnce * 2; n++)
        {
            await Should.ThrowAsync<InvalidOperationException>(() => _turns.OnResourceExecutionAsync(Context("POST"), () => throw new InvalidOperationException()));
        }

        var holding = Enumerable.Range(0, InTurnsAttribute.AtOnce).Select(_ => SendAsync("POST")).ToList();
        var gone = Context("POST");
        gone.HttpContext.RequestAborted = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(() => _turns.OnResourceExecutionAsync(gone, () => throw new InvalidOperationException()));
        _end.SetResult();
        await Task.WhenAll(holding);
        (await SendAsync("POST")).ShouldBeNull();
    }

    private async Task<IActionResult?> SendAsync(string method)
    {
        var context = Context(method);
        await _turns.OnResourceExecutionAsync(context, async () =>
        {
            if (method == "POST")
            {
                Interlocked.Increment(ref _atWork);
                await _end.Task;
            }

            return new ResourceExecutedContext(context, []);
        });
        return context.Result;
    }

    private static ResourceExecutingContext Context(string method) =>
        new(new ActionContext(new DefaultHttpContext { Request = { Method = method } }, new RouteData(), new ActionDescriptor()), [], []);
}

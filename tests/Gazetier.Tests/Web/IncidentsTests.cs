using System.Net;
using Gazetier.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace Gazetier.Tests.Web;

public class IncidentsTests
{
    [Fact]
    public async Task Who_was_overtaken_is_told_so_and_nothing_broke()
    {
        var context = new DefaultHttpContext();
        (await new Incidents(NullLogger<Incidents>.Instance).TryHandleAsync(context, new DbUpdateConcurrencyException("one row was expected"), CancellationToken.None)).ShouldBeFalse();
        context.Items.ShouldContainKey(Incidents.Overtaken);
        context.Items.ShouldNotContainKey(Incidents.Number);
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/erreur/409");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text("h1").ShouldBe("Quelqu’un a été plus rapide");
    }

    [Fact]
    public async Task Of_several_who_save_one_exam_at_once_none_breaks_anything()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => ines.PostAsync($"/redaction/concours/{Newsroom.DraftersExam.Id}", ("nom", $"Rédacteur {n}"), ("epreuves", "2027-03-04"))));
        answers.Select(answer => answer.Status).ShouldBeSubsetOf([HttpStatusCode.Redirect, HttpStatusCode.Conflict]);
        answers.ShouldContain(answer => answer.Status == HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.Exams.SingleAsync(e => e.Id == Newsroom.DraftersExam.Id))).Name.ShouldStartWith("Rédacteur ");
    }
}

using System.Net;
using System.Text;
using Gazetier.Data;
using Gazetier.Features.Magazine;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Magazine;

/// <summary>The PDF of an issue: who gets it and how, and what is not taken for one.</summary>
public class PdfTests
{
    private const string Address = MagazineSteps.Path + "pdf";

    [Fact]
    public async Task S_06_S_07_the_entitled_get_it_in_parts_and_nobody_keeps_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        (await ines.SendPdfAsync(MagazineSteps.Pdf("quinconce"))).Location.ShouldBe(MagazineSteps.Desk + "?fait=pdf");
        await site.FollowChangesAsync();
        using var camille = await site.SignInAsync(Newsroom.Camille);
        (await camille.GetAsync(MagazineSteps.Path)).Document.QuerySelector($"a[href='{Address}']").ShouldNotBeNull();
        var (whole, bytes) = await camille.BytesAsync(new HttpRequestMessage(HttpMethod.Get, Address));
        whole.Status.ShouldBe(HttpStatusCode.OK);
        bytes.ShouldBe(MagazineSteps.Pdf("quinconce"));
        (whole.Headers["Content-Type"], whole.Headers["X-Content-Type-Options"], whole.Headers["X-Robots-Tag"]).ShouldBe(("application/pdf", "nosniff", "noindex"));
        whole.Headers["Cache-Control"].ShouldContain("no-store");
        whole.Headers["Content-Disposition"].ShouldBe("inline; filename=le-courrier-1.pdf");
        whole.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'");
        var part = new HttpRequestMessage(HttpMethod.Get, Address);
        part.Headers.Range = new(0, 4);
        var (piece, first) = await camille.BytesAsync(part);
        (piece.Status, Encoding.Latin1.GetString(first)).ShouldBe((HttpStatusCode.PartialContent, "%PDF-"));

        Browser[] others = [site.Visitor(), await site.SignInAsync(Newsroom.Lou), await site.SignInAsync(Newsroom.Noe)];
        foreach (var other in others)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                var asked = new HttpRequestMessage(method, Address);
                asked.Headers.Range = new(0, 4);
                asked.Headers.TryAddWithoutValidation("If-None-Match", "*");
                var refused = await other.SendAsync(asked);
                (refused.Status, refused.Location).ShouldBe((HttpStatusCode.Redirect, MagazineSteps.Path));
                refused.Body.ShouldBeEmpty();
            }

            other.Dispose();
        }
    }

    [Fact]
    public async Task It_is_replaced_and_taken_out_and_the_file_of_before_goes()
    {
        await using var site = await Site.OpenAsync();
        var files = site.Services.GetRequiredService<PrintFiles>();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        await ines.SendPdfAsync(MagazineSteps.Pdf());
        var first = (await site.IssueAsync()).PdfKey!;
        await ines.SendPdfAsync(MagazineSteps.Pdf("deux"));
        var second = (await site.IssueAsync()).PdfKey!;
        (File.Exists(files.PathOf(first)), File.Exists(files.PathOf(second))).ShouldBe((false, true));
        (await ines.GetAsync($"/fichiers/{second}/numero.pdf")).Status.ShouldBe(HttpStatusCode.NotFound, "it has no open address");
        (await ines.PostAsync(MagazineSteps.Desk + "/pdf", ("faire", "retirer"))).Location.ShouldBe(MagazineSteps.Desk + "?fait=pdf-retire");
        File.Exists(files.PathOf(second)).ShouldBeFalse();
        (await ines.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_kept_and_no_file_is_left_over()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        using var odile = await site.SignInAsync(Newsroom.Odile);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? ines : odile).SendPdfAsync(MagazineSteps.Pdf($"numéro {n}"))));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        var kept = (await site.IssueAsync()).PdfKey!;
        Directory.EnumerateFiles(Path.Combine(site.Folder, "magazine"), "*", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ShouldBe([kept]);
    }

    [Fact]
    public async Task S_06_what_is_no_pdf_is_refused_whatever_its_name()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var (content, why) in new[]
        {
            (""u8.ToArray(), "PDF"), ("<html><script>alert(1)</script>"u8.ToArray(), "n’est pas un PDF"), ("%PD"u8.ToArray(), "n’est pas un PDF"),
            (" %PDF-1.7 %%EOF"u8.ToArray(), "n’est pas un PDF"), ("%PDF-1.7\nsans fin"u8.ToArray(), "abîmé ou incomplet"),
        })
        {
            var refused = await ines.SendPdfAsync(content);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text(".error").ShouldContain(why);
        }

        (await ines.PostAsync(MagazineSteps.Desk + "/pdf")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.IssueAsync()).PdfKey.ShouldBeNull();
        (Directory.Exists(Path.Combine(site.Folder, "magazine")) && Directory.EnumerateFiles(Path.Combine(site.Folder, "magazine"), "*", SearchOption.AllDirectories).Any()).ShouldBeFalse("nothing is left of it");
        using var paul = await site.SignInAsync(Newsroom.Paul);
        (await paul.SendPdfAsync(MagazineSteps.Pdf())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_too_heavy_is_not_written_to_its_end()
    {
        await using var site = await Site.OpenAsync();
        var files = new PrintFiles(site.Services.GetRequiredService<NewspaperOptions>()) { Limit = 300_000 };
        using var heavy = new MemoryStream([.. MagazineSteps.Pdf(), .. new byte[400_000]]);
        (await Should.ThrowAsync<PdfRefusedException>(() => files.KeepAsync(heavy, CancellationToken.None))).Reason.ShouldBe(PdfRefusal.TooHeavy);
        Directory.EnumerateFiles(Path.Combine(site.Folder, "magazine")).ShouldBeEmpty();
    }
}

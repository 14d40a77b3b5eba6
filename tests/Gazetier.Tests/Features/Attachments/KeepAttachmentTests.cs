using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gazetier.Features.Attachments;
using Gazetier.Tests.Features.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Attachments;

public class KeepAttachmentTests
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', 5000) + "\n%%EOF");
    private const string Said = "WEBVTT\n\n1\n00:01.000 --> 00:02.500 align:start\nBonjour.\n\n01:00:00.000 --> 01:00:03.000\nAu revoir.\n";

    public static TheoryData<string, string, string> Kinds => new()
    {
        { "pdf", "rapport.PDF", "application/pdf" },
        { "docx", "note.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "odt", "note.odt", "application/vnd.oasis.opendocument.text" },
        { "mp4", "film.mov", "video/mp4" },
        { "webm", "film", "video/webm" },
        { "mp3", "son.mp3", "audio/mpeg" },
        { "m4a", "son.mp4", "audio/mp4" },
        { "ogg", "son.ogg", "audio/ogg" },
        { "wav", "son.wav", "audio/wav" },
        { "vtt", "sous-titres.txt", "text/vtt" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_is_told_by_its_content_and_given_as_what_it_is(string kind, string name, string type)
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var content = Content(kind);
        var kept = Json(await ines.SendFileAsync("/redaction/fichiers", name, content, true));
        (kept.GetProperty("type").GetString(), kept.GetProperty("bytes").GetInt64()).ShouldBe((type, content.Length));
        kept.GetProperty("name").GetString()!.ShouldEndWith("." + kind);
        using var visitor = site.Visitor();
        var (answer, bytes) = await visitor.BytesAsync(new HttpRequestMessage(HttpMethod.Get, kept.GetProperty("src").GetString()));
        bytes.ShouldBe(content);
        answer.Headers["Content-Type"].ShouldStartWith(type);
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["Content-Security-Policy"].ShouldContain("default-src 'none'");
        answer.Headers["Content-Security-Policy"].EndsWith("sandbox", StringComparison.Ordinal).ShouldBe(kind != "pdf");
        answer.Headers["Content-Disposition"].ShouldStartWith(kind is "docx" or "odt" ? "attachment" : "inline");
        answer.Headers["Cache-Control"].ShouldContain("immutable");
        answer.Headers["X-Robots-Tag"].ShouldBe("noindex", "what only a locked article links to is in no search engine");
    }

    [Fact]
    public async Task A_player_is_given_the_part_that_it_asks_for()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var content = Content("mp4");
        var src = Json(await ines.SendFileAsync("/redaction/fichiers", "film.mp4", content, true)).GetProperty("src").GetString();
        using var visitor = site.Visitor();
        var part = new HttpRequestMessage(HttpMethod.Get, src);
        part.Headers.TryAddWithoutValidation("Range", "bytes=100-199");
        var (answer, bytes) = await visitor.BytesAsync(part);
        answer.Status.ShouldBe(HttpStatusCode.PartialContent);
        answer.Headers["Content-Range"].ShouldBe($"bytes 100-199/{content.Length}");
        bytes.ShouldBe(content[100..200]);
        var beyond = new HttpRequestMessage(HttpMethod.Get, src);
        beyond.Headers.TryAddWithoutValidation("Range", "bytes=99999999-");
        (await visitor.SendAsync(beyond)).Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        var known = new HttpRequestMessage(HttpMethod.Get, src);
        known.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers["ETag"]);
        (await visitor.SendAsync(known)).Status.ShouldBe(HttpStatusCode.NotModified);
        (await visitor.GetAsync("/")).Headers["Content-Security-Policy"].ShouldContain("media-src 'self'");
    }

    [Fact]
    public async Task What_is_refused_says_why_and_leaves_nothing_behind()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        foreach (var (name, content, reason) in Refused())
        {
            var answer = await ines.SendFileAsync("/redaction/fichiers", name, content, true);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            Json(answer).GetProperty("errors").GetProperty("file").GetString()!.ShouldContain(reason, customMessage: name);
        }

        var page = await ines.SendFileAsync("/redaction/fichiers", "a.txt", "rien"u8.ToArray());
        page.Status.ShouldBe(HttpStatusCode.Redirect);
        var shown = await ines.GetAsync(page.Location!);
        shown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        shown.Text(".error-summary").ShouldContain("n’est ni un document");
        (await site.DoAsync(db => db.Attachments.CountAsync())).ShouldBe(0);
        Directory.GetFiles(Path.Combine(site.Folder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_without_end_is_not_read_to_its_end()
    {
        await using var site = await Site.OpenAsync();
        await using var endless = new EndlessPdf();
        var refused = await Should.ThrowAsync<AttachmentRefusedException>(() => site.WithAsync<KeepAttachment, bool>(async keep => (await keep.RunAsync(endless, "a.pdf", CancellationToken.None)).IsNew));
        refused.Reason.ShouldBe(AttachmentRefusal.TooHeavy);
        endless.Given.ShouldBeLessThan(AttachmentKinds.MaxDocument + 1_000_000);
        Directory.GetFiles(Path.Combine(site.Folder, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_is_kept_once_renamed_and_thrown_away_when_nothing_uses_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var sent = await ines.SendFileAsync("/redaction/fichiers", "Rapport d’été 2026.pdf", Pdf);
        (await ines.SendFileAsync("/redaction/fichiers", "autre.pdf", Pdf)).Location.ShouldBe(sent.Location);
        var file = await site.DoAsync(db => db.Attachments.SingleAsync());
        file.Name.ShouldBe("rapport-d-ete-2026.pdf");
        (await ines.GetAsync("/redaction/fichiers?q=ETE")).Texts("tbody th").ShouldBe(["rapport-d-ete-2026.pdf"]);
        (await ines.GetAsync(sent.Location!)).Text("[role=status]").ShouldContain("gardé");
        (await ines.PostAsync($"/redaction/fichiers/{file.Id}", ("nom", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ines.PostAsync($"/redaction/fichiers/{file.Id}", ("nom", "../Bilan <b>.exe"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await site.DoAsync(db => db.Attachments.SingleAsync())).Name.ShouldBe("bilan-b.pdf");
        (await ines.GetAsync(file.Address)).Status.ShouldBe(HttpStatusCode.OK, "the key counts, not the name");

        await ines.PostAsync(
            $"/redaction/articles/{Newsroom.Draft}", ("base", "0"), ("Headline", "Bilan"), ("MainSection", Newsroom.News.Id.ToString()), ("Body", $"<p class=document><a href=\"{file.Address}\">Le bilan</a></p>"));
        var used = await ines.PostAsync($"/redaction/fichiers/{file.Id}/suppression");
        used.Status.ShouldBe(HttpStatusCode.Conflict);
        used.Texts(".uses a").ShouldBe(["Bilan"]);
        await ines.PostAsync($"/redaction/articles/{Newsroom.Draft}", ("base", "2"), ("Headline", "Bilan"), ("MainSection", Newsroom.News.Id.ToString()), ("Body", ""));
        (await ines.PostAsync($"/redaction/fichiers/{file.Id}/suppression")).Location.ShouldBe("/redaction/fichiers?fait=supprime");
        (await ines.GetAsync(file.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Services.GetRequiredService<AttachmentFiles>().Find(file.Key).ShouldBeNull();
        (await site.DoAsync(db => db.Acts.Where(a => a.What.StartsWith("file.")).Select(a => a.What).ToListAsync())).ShouldBe(["file.kept", "file.renamed", "file.deleted"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("WEBVTT", 1)]
    [InlineData("WEBVTT\n\n00:02.000 --> 00:01.000\nx", 3)]
    [InlineData("WEBVTT\n\n00:01,000 --> 00:02,000\nx", 3)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", 3)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:99.000\nx", 3)]
    public void Captions_that_no_player_shows_are_found_out(string text, int line) => Captions.FaultOf(Encoding.UTF8.GetBytes(text)).ShouldBe(line);

    [Fact]
    public void Captions_that_are_right_pass() => Captions.FaultOf(Encoding.UTF8.GetBytes(Said)).ShouldBeNull();

    internal static byte[] Content(string kind) => kind switch
    {
        "pdf" => Pdf,
        "docx" => Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")),
        "odt" => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")),
        "mp4" => [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8, .. Enumerable.Range(0, 200_000).Select(n => (byte)n)],
        "webm" => [0x1A, 0x45, 0xDF, 0xA3, 0x93, 0x42, 0x82, 0x84, .. "webm"u8, .. new byte[500]],
        "mp3" => [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, .. new byte[500]],
        "m4a" => [0, 0, 0, 20, .. "ftypM4A "u8, 0, 0, 0, 0, .. "isom"u8, .. new byte[500]],
        "ogg" => [.. "OggS"u8, 0, 2, .. new byte[500]],
        "wav" => [.. "RIFF"u8, 0, 1, 0, 0, .. "WAVEfmt "u8, .. new byte[500]],
        _ => Encoding.UTF8.GetBytes(Said),
    };

    private static IEnumerable<(string Name, byte[] Content, string Reason)> Refused()
    {
        yield return ("vide.pdf", [], "vide");
        yield return ("page.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "n’est ni un document");
        yield return ("programme.mp4", [.. "MZ"u8, .. new byte[200]], "n’est ni un document");
        yield return ("dessin.pdf", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "n’est ni un document");
        yield return ("photo.mp4", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[100]], "n’est ni un document");
        yield return ("archive.docx", Zip(("a.txt", "x")), "n’est ni un document");
        yield return ("macro.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("word/vbaProject.bin", "x")), "macros");
        yield return ("coupe.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", new string('x', 900)))[..200], "abîmé");
        yield return ("muet.vtt", "WEBVTT\n\nrien"u8.ToArray(), "ligne");
        yield return ("lourd.vtt", [.. "WEBVTT\n"u8, .. Enumerable.Repeat((byte)'x', 2 * 1024 * 1024)], "1 Mo");
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var into = new MemoryStream();
        using (var zip = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                part.Write(text);
            }
        }

        return into.ToArray();
    }

    private static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Body).RootElement;

    private sealed class EndlessPdf : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'%');
            "%PDF-1.7"u8.CopyTo(buffer.Span);
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}

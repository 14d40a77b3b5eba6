using System.Buffers.Binary;
using System.Text;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Gazetier.Tests.Features.Pictures;

public class HostilePictureTests
{
    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        await using var site = await Site.OpenAsync();
        var before = await site.DoAsync(db => db.Pictures.CountAsync());
        foreach (var (name, content, reason) in Hostile())
        {
            var refused = await Should.ThrowAsync<PictureRefusedException>(() => KeepAsync(site, content), name);
            refused.Reason.ShouldBe(reason, name);
        }

        (await site.DoAsync(db => db.Pictures.CountAsync())).ShouldBe(before);
        Directory.Exists(Path.Combine(site.Folder, "pictures")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_picture_without_credit_is_refused()
    {
        await using var site = await Site.OpenAsync();
        var keep = site.Services.GetRequiredService<KeepPicture>();
        (await Should.ThrowAsync<PictureRefusedException>(() => keep.RunAsync(Made.Jpeg(10, 10), new PictureDescription(" \u0001 ", "x"), TestContext.Current.CancellationToken)))
            .Reason.ShouldBe(PictureRefusal.NoCredit);
    }

    [Fact]
    public async Task A_stream_is_not_read_beyond_the_limit()
    {
        await using var site = await Site.OpenAsync();
        var keep = site.Services.GetRequiredService<KeepPicture>();
        await using var endless = new EndlessStream();
        (await Should.ThrowAsync<PictureRefusedException>(() => keep.RunAsync(endless, new PictureDescription("x", "x"), TestContext.Current.CancellationToken)))
            .Reason.ShouldBe(PictureRefusal.TooHeavy);
        endless.Given.ShouldBeLessThan(KeepPicture.MaxBytes + 1_000_000);
    }

    private static IEnumerable<(string Name, byte[] Content, PictureRefusal Reason)> Hostile()
    {
        var jpeg = Made.Jpeg(400, 300);
        var png = Made.Png(400, 300);
        yield return ("a text named .jpg", "Ceci n'est pas une image"u8.ToArray(), PictureRefusal.NotAPicture);
        yield return ("nothing", [], PictureRefusal.NotAPicture);
        yield return ("a page", "<!doctype html><html><body><p>no"u8.ToArray(), PictureRefusal.NotAPicture);
        yield return ("a page with a drawing", "<html><body><svg xmlns='http://www.w3.org/2000/svg'/></body></html>"u8.ToArray(), PictureRefusal.NotAPicture);
        yield return ("a PDF", "%PDF-1.7 <svg"u8.ToArray(), PictureRefusal.NotAPicture);
        yield return ("a TIFF", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 0, 0], PictureRefusal.NotAPicture);
        yield return ("a truncated JPEG", jpeg[..(jpeg.Length / 2)], PictureRefusal.Broken);
        yield return ("a truncated PNG", png[..(png.Length / 2)], PictureRefusal.Broken);
        yield return ("a truncated WebP", Half(Made.WebP(400, 300)), PictureRefusal.Broken);
        yield return ("a truncated AVIF", Half(Made.Avif(400, 300)), PictureRefusal.Broken);
        yield return ("a JPEG head with a text behind", [0xFF, 0xD8, 0xFF, 0xE0, .. "rien du tout"u8], PictureRefusal.Broken);
        yield return ("a header that promises 50,000 × 50,000", PngHeader(50_000, 50_000), PictureRefusal.TooLarge);
        yield return ("a header that promises 16,000 × 16,000", PngHeader(16_000, 16_000), PictureRefusal.TooLarge);
        yield return ("a strip", PngHeader(20_000, 10), PictureRefusal.TooLarge);
        yield return ("over 20 MB", [.. jpeg, .. new byte[KeepPicture.MaxBytes]], PictureRefusal.TooHeavy);
        yield return ("entities", Made.Drawing("<text>&b;</text>", "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"), PictureRefusal.UnsafeDrawing);
        yield return ("an external entity", Made.Drawing("<text>&b;</text>", "<!DOCTYPE svg [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"), PictureRefusal.UnsafeDrawing);
        yield return ("entities in UTF-16", Encoding.Unicode.GetBytes("\uFEFF<svg xmlns='http://www.w3.org/2000/svg'/>"), PictureRefusal.NotAPicture);
        yield return ("a script", Made.Drawing("<script>alert(1)</script>"), PictureRefusal.UnsafeDrawing);
        yield return ("an external picture", Made.Drawing("<image href=\"https://example.org/a.png\" width=\"9\" height=\"9\"/>"), PictureRefusal.UnsafeDrawing);
        yield return ("a file", Made.Drawing("<image xlink:href=\"file:///etc/passwd\" width=\"9\" height=\"9\"/>"), PictureRefusal.UnsafeDrawing);
        yield return ("a relative file", Made.Drawing("<use href=\"other.svg#a\"/>"), PictureRefusal.UnsafeDrawing);
        yield return ("a style from elsewhere", Made.Drawing("<style>@import url(https://example.org/a.css);</style>"), PictureRefusal.UnsafeDrawing);
        yield return ("a fill from elsewhere", Made.Drawing("<rect style=\"fill:url('https://example.org/a#b')\"/>"), PictureRefusal.UnsafeDrawing);
        yield return ("a nest too deep", Made.Drawing(string.Concat(Enumerable.Repeat("<g>", 400)) + string.Concat(Enumerable.Repeat("</g>", 400))), PictureRefusal.TooLarge);
        yield return ("a tower", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='90000'/>"u8.ToArray(), PictureRefusal.TooLarge);
        yield return ("a broken drawing", "<svg xmlns='http://www.w3.org/2000/svg'><rect"u8.ToArray(), PictureRefusal.Broken);
    }

    private static byte[] Half(byte[] content) => content[..(content.Length / 2)];

    /// <summary>A PNG of a few bytes whose header speaks of gigabytes.</summary>
    private static byte[] PngHeader(int width, int height)
    {
        var header = new byte[17];
        "IHDR"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), height);
        header[12] = 8;
        header[13] = 2;
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32(header));
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. header, .. sum, 0, 0, 0, 0, .. "IDAT"u8, 0x35, 0xAF, 0x06, 0x1E];
    }

    private static uint Crc32(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var b in content)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
            }
        }

        return ~sum;
    }

    private static Task<Picture> KeepAsync(Site site, byte[] content) =>
        site.Services.GetRequiredService<KeepPicture>().RunAsync(content, new PictureDescription("Le Courrier", "x"), TestContext.Current.CancellationToken);

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}

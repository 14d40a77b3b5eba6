using System.Text;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Shouldly;

namespace Gazetier.Tests.Features.Pictures;

public class KeepPictureTests
{
    private static readonly PictureDescription Described = new("© Zoë Œuvrard (Le Courrier)", "Un lavoir sous la neige", "Le lavoir, mardi.");

    public static TheoryData<string> Forms => [.. (string[])["Jpeg", "Png", "WebP", "Gif", "Avif"]];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_of_picture_is_kept_with_its_dimensions(string form)
    {
        await using var site = await Site.OpenAsync();
        var content = (byte[])typeof(Made).GetMethod(form)!.Invoke(null, [300, 200])!;
        var picture = await KeepAsync(site, content);
        (picture.Width, picture.Height).ShouldBe((300, 200));
        picture.Key.ShouldBe(KeepPicture.KeyOf(content));
        using var kept = Image.NewFromFile(Original(site, picture));
        (kept.Width, kept.Height).ShouldBe((300, 200));
        picture.Size.ShouldBe(new FileInfo(Original(site, picture)).Length);
    }

    [Fact]
    public async Task A_drawing_is_drawn_1600_pixels_wide()
    {
        await using var site = await Site.OpenAsync();
        var picture = await KeepAsync(site, Made.Drawing("<script-like-name/><a href=\"https://example.org/\"><text y=\"90\">Été</text></a>", "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"));
        (picture.Width, picture.Height).ShouldBe((1600, 1200));
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once_even_when_brought_by_many()
    {
        await using var site = await Site.OpenAsync();
        var content = Made.Jpeg(640, 480);
        var kept = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => KeepAsync(site, content)));
        kept.Select(p => p.Id).Distinct().Count().ShouldBe(1);
        var again = await site.Services.GetRequiredService<KeepPicture>().RunAsync(content, new PictureDescription("Un autre", "Autre chose"), TestContext.Current.CancellationToken);
        again.Credit.ShouldBe(Described.Credit);
        (await site.DoAsync(db => db.Pictures.CountAsync(p => p.Key == again.Key))).ShouldBe(1);
        Directory.GetFiles(Path.GetDirectoryName(Original(site, again))!).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_whose_file_was_lost_gets_its_file_back()
    {
        await using var site = await Site.OpenAsync();
        var content = Made.Jpeg(100, 80);
        var first = await KeepAsync(site, content);
        File.Delete(Original(site, first));
        (await KeepAsync(site, content)).Id.ShouldBe(first.Id);
        File.Exists(Original(site, first)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_credit_stands_in_the_file_with_its_accents()
    {
        await using var site = await Site.OpenAsync();
        var picture = await KeepAsync(site, Made.Jpeg(100, 80));
        using var kept = Image.NewFromFile(Original(site, picture));
        ((string)kept.Get("exif-ifd0-Copyright")).ShouldStartWith("(C) Zoe OEuvrard (Le Courrier)");
        ((string)kept.Get("exif-ifd0-Artist")).ShouldStartWith("(C) Zoe OEuvrard (Le Courrier)");
        var xmp = Encoding.UTF8.GetString((byte[])kept.Get("xmp-data"));
        xmp.ShouldContain(Described.Credit);
        xmp.ShouldContain(Described.AlternativeText);
        xmp.ShouldContain(Described.Caption!);
    }

    [Fact]
    public async Task A_picture_taken_sideways_is_put_upright_and_forgets_where_it_was_taken()
    {
        await using var site = await Site.OpenAsync();
        var content = Made.Gradient(300, 200, image =>
        {
            using var tagged = image.Mutate(m =>
            {
                m.Set(GValue.GIntType, "orientation", 6);
                m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "48/1 51/1 0/1 ()");
                m.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes("<x>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</x>"));
            });
            return tagged.JpegsaveBuffer();
        });
        var picture = await KeepAsync(site, content);
        (picture.Width, picture.Height).ShouldBe((200, 300));
        using var kept = Image.NewFromFile(Original(site, picture));
        kept.GetFields().ShouldNotContain(f => f.StartsWith("exif-ifd3-GPS", StringComparison.Ordinal));
        Encoding.UTF8.GetString((byte[])kept.Get("xmp-data")).ShouldContain("trainedAlgorithmicMedia", customMessage: "L-90");
    }

    [Fact]
    public async Task A_translucent_picture_stays_translucent()
    {
        await using var site = await Site.OpenAsync();
        var picture = await KeepAsync(site, Made.Translucent(64, 64));
        using var kept = Image.NewFromFile(Original(site, picture));
        kept.HasAlpha().ShouldBeTrue();
    }

    [Fact]
    public async Task Corpus_pictures_all_come_in()
    {
        Assert.SkipWhen(Paths.Corpus is null, "The corpus is not on this machine.");
        await using var site = await Site.OpenAsync();
        var files = Directory.GetFiles(Path.Combine(Paths.Corpus!, "images"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in files.Where((_, n) => n % 6 == 0))
        {
            var picture = await KeepAsync(site, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            picture.Width.ShouldBePositive(file);
        }
    }

    private static Task<Picture> KeepAsync(Site site, byte[] content) =>
        site.Services.GetRequiredService<KeepPicture>().RunAsync(content, Described, TestContext.Current.CancellationToken);

    private static string Original(Site site, Picture picture) =>
        site.Services.GetRequiredService<PictureFiles>().FindOriginal(picture.Key) ?? Path.Combine(site.Folder, "none");
}

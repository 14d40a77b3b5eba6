using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Gazetier.Features.Pictures;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Shouldly;

namespace Gazetier.Tests.Features.Pictures;

public class RenditionsTests
{
    [Fact]
    public async Task A_rendition_has_the_asked_width_the_right_type_and_its_credit()
    {
        await using var site = await Site.OpenAsync();
        var picture = await KeepAsync(site, Made.Jpeg(1500, 1000));
        using var visitor = site.Visitor();
        foreach (var (extension, type) in ((string, string)[])[("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg")])
        {
            foreach (var width in Rendition.WidthsOf(1500))
            {
                var answer = await visitor.GetAsync(Rendition.PathOf(picture.Key, width, extension));
                answer.Status.ShouldBe(HttpStatusCode.OK);
                answer.Headers["Content-Type"].ShouldBe(type);
                answer.Headers["Cache-Control"].ShouldBe("public, max-age=31536000, immutable");
                answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
                using var image = Image.NewFromFile(FileOf(site, picture, width, extension));
                (image.Width, image.Height).ShouldBe((width, (int)Math.Round(width / 1.5)));
                ((string)image.Get("exif-ifd0-Copyright")).ShouldStartWith("Zoe Morel");
                Encoding.UTF8.GetString((byte[])image.Get("xmp-data")).ShouldContain("Zoë Morel");
            }
        }
    }

    [Fact]
    public void No_width_is_larger_than_the_picture()
    {
        Rendition.WidthsOf(1500).ShouldBe([320, 640, 960, 1280, 1500]);
        Rendition.WidthsOf(320).ShouldBe([320]);
        Rendition.WidthsOf(200).ShouldBe([200]);
        Rendition.WidthsOf(6000).ShouldBe([320, 640, 960, 1280, 1920]);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_and_makes_no_file()
    {
        await using var site = await Site.OpenAsync();
        var picture = await KeepAsync(site, Made.Jpeg(800, 600));
        using var visitor = site.Visitor();
        foreach (var path in (string[])
        [
            $"/images/{new string('a', 32)}/320.jpg", $"/images/{picture.Key}/321.jpg", $"/images/{picture.Key}/960.jpg", $"/images/{picture.Key}/0320.jpg",
            $"/images/{picture.Key}/320.png", $"/images/{picture.Key}/320", $"/images/{picture.Key}/.jpg", $"/images/{picture.Key}/-20.jpg",
            $"/images/{picture.Key.ToUpperInvariant()}/320.jpg", $"/images/{picture.Key[..31]}/320.jpg", "/images/..%2f..%2fpictures/320.jpg",
            // In the cast's database, and without a file.
            "/images/00000000000000000000000000000001/320.jpg",
        ])
        {
            (await visitor.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        Directory.Exists(Path.Combine(site.Folder, "renditions")).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_exists_costs_no_query_and_is_not_made_again()
    {
        var queries = new CountQueries();
        await using var site = await Site.OpenAsync(services => services.AddSingleton<IInterceptor>(queries));
        var picture = await KeepAsync(site, Made.Jpeg(800, 600));
        using var visitor = site.Visitor();
        var path = Rendition.PathOf(picture.Key, 640, "webp");
        var first = await visitor.GetAsync(path);
        var made = File.GetLastWriteTimeUtc(FileOf(site, picture, 640, "webp"));
        var before = queries.Count;
        var second = await visitor.GetAsync(path);
        second.Body.ShouldBe(first.Body);
        second.Headers["ETag"].ShouldBe(first.Headers["ETag"]);
        queries.Count.ShouldBe(before);
        File.GetLastWriteTimeUtc(FileOf(site, picture, 640, "webp")).ShouldBe(made);
        if (!TestDatabase.IsPostgres)
        {
            before.ShouldBePositive("the counter must count");
        }

        var conditional = new HttpRequestMessage(HttpMethod.Get, path);
        conditional.Headers.TryAddWithoutValidation("If-None-Match", first.Headers["ETag"]);
        (await visitor.SendAsync(conditional)).Status.ShouldBe(HttpStatusCode.NotModified);
        (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, path))).Headers["Content-Length"].ShouldBe(first.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Sixty_four_requests_at_once_make_it_once()
    {
        await using var site = await Site.OpenAsync();
        var picture = await KeepAsync(site, Made.Jpeg(1280, 800));
        using var made = new CountMade(site.Services.GetRequiredService<IMeterFactory>());
        var renditions = site.Services.GetRequiredService<Renditions>();
        var files = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ =>
            Task.Run(() => renditions.FindOrMakeAsync(new Rendition(picture.Key, 640, "avif"), CancellationToken.None).AsTask())));
        files.Distinct().ShouldHaveSingleItem().ShouldBe(FileOf(site, picture, 640, "avif"));
        made.Count.ShouldBe(1);
        Directory.GetFiles(Path.GetDirectoryName(files[0])!).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_burst_beyond_the_queue_is_sent_away_and_costs_no_memory()
    {
        await using var site = await Site.OpenAsync();
        var renditions = site.Services.GetRequiredService<Renditions>();
        var waiting = new List<Task<string?>>();
        var refused = 0;
        for (var n = 0; n < Renditions.MaxWaiting * 40; n++)
        {
            try
            {
                waiting.Add(renditions.FindOrMakeAsync(new Rendition($"{n:x32}", 640, "avif"), CancellationToken.None).AsTask());
            }
            catch (RenditionsBusyException)
            {
                refused++;
            }
        }

        refused.ShouldBePositive();
        (await Task.WhenAll(waiting)).ShouldAllBe(path => path == null);
    }

    [Fact]
    public async Task A_translucent_picture_stands_on_white_as_a_jpeg()
    {
        await using var site = await Site.OpenAsync();
        var picture = await KeepAsync(site, Made.Drawing());
        using var visitor = site.Visitor();
        (await visitor.GetAsync(Rendition.PathOf(picture.Key, 320, "jpg"))).Status.ShouldBe(HttpStatusCode.OK);
        using var image = Image.NewFromFile(FileOf(site, picture, 320, "jpg"));
        image.Bands.ShouldBe(3);
    }

    private static string FileOf(Site site, Picture picture, int width, string extension) =>
        site.Services.GetRequiredService<PictureFiles>().PathOf(new Rendition(picture.Key, width, extension));

    private static Task<Picture> KeepAsync(Site site, byte[] content) =>
        site.Services.GetRequiredService<KeepPicture>().RunAsync(content, new PictureDescription("Zoë Morel", "Un lavoir"), TestContext.Current.CancellationToken);

    private sealed class CountQueries : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return ValueTask.FromResult(result);
        }
    }

    private sealed class CountMade : IDisposable
    {
        private readonly MeterListener _listener = new();
        private int _count;

        public CountMade(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "gazetier.renditions.made" && instrument.Meter.Scope == meters)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref _count));
            _listener.Start();
        }

        public int Count => _count;

        public void Dispose() => _listener.Dispose();
    }
}

using System.Net;
using Gazetier.Changes;
using Gazetier.Features.Agenda;
using Gazetier.Features.Announcements;
using Gazetier.Features.Articles;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Sharing;
using Gazetier.Tests.Features.Clubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Shouldly;

namespace Gazetier.Tests.Features.Sharing;

public class ShareCardTests
{
    private const string Free = "/1/l-eau-devient-plus-chere/";

    public static TheoryData<string> Headlines =>
    [
        "Eau",
        "L’eau devient plus chère",
        string.Concat(Enumerable.Repeat("Les intercommunalités à l’épreuve de la réforme : « ce que personne n’a dit » — ", 6)),
        new string('W', 400),
        Hostile.Headline,
        "<span size='900000'>&</span> %s \u0001 ½ 𝒳 عربي 🐘",
        "\u200b",
        "",
    ];

    [Theory]
    [MemberData(nameof(Headlines))]
    public void A_card_is_1200_by_630_whatever_its_words(string headline)
    {
        var drawn = DrawShareCard.Draw(ShareCard.Of(ShareCard.Article, "1", "Actualité", headline, new Imprint { Name = "Le Courrier" }, null));
        using var picture = Image.NewFromBuffer(drawn);
        (picture.Width, picture.Height, picture.Bands).ShouldBe((ShareCard.Width, ShareCard.Height, 3));
        drawn.Length.ShouldBeLessThan(200_000);
        picture.Getpoint(2, 2).ShouldBe([0xa3, 0x24, 0x1b]);
    }

    [Fact]
    public void Nobody_elses_type_is_needed_and_words_are_on_it()
    {
        var with = DrawShareCard.Draw(ShareCard.Of(ShareCard.Article, "1", "", "Les communes", new Imprint { Name = "Le Courrier" }, null));
        var without = DrawShareCard.Draw(ShareCard.Of(ShareCard.Article, "1", "", "", new Imprint { Name = "Le Courrier" }, null));
        with.Length.ShouldBeGreaterThan(without.Length + 1000);
    }

    [Fact]
    public async Task An_article_without_a_picture_is_shared_with_its_card_and_one_with_a_picture_with_that()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        (await PictureAsync(visitor, "/3/le-syndicat-coupe-deux-forages/")).ShouldBe("/images/00000000000000000000000000000001/1280.jpg");
        var page = await visitor.GetAsync(Free);
        page.Document.QuerySelector("meta[property='og:image:type']")!.GetAttribute("content").ShouldBe("image/png");
        page.Document.QuerySelector("meta[property='og:image:width']")!.GetAttribute("content").ShouldBe("1200");
        page.Document.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content").ShouldBe("summary_large_image");
        var address = await PictureAsync(visitor, Free);
        address.ShouldStartWith("/vignettes/article/1/");
        var card = await visitor.GetAsync(address);
        card.Status.ShouldBe(HttpStatusCode.OK);
        card.Headers["Content-Type"].ShouldBe("image/png");
        card.Headers["Cache-Control"].ShouldBe("public, max-age=86400");
        card.Headers["Cross-Origin-Resource-Policy"].ShouldBe("cross-origin");
        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", card.Headers["ETag"]);
        (await visitor.SendAsync(again)).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Clubs_and_dossiers_have_theirs_and_articles_of_a_club_its_colour()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.DoAsync(db => db.Articles.Where(a => a.Id == Newsroom.Free).ExecuteUpdateAsync(a => a.SetProperty(x => x.MainSectionId, Newsroom.Law.Id)));
        using var visitor = site.Visitor();
        foreach (var (page, colour) in new[] { (ClubSteps.Path, 0x1f), (Free, 0x1f), ("/dossiers/partage-de-l-eau/", 0xa3) })
        {
            var (answer, bytes) = await visitor.BytesAsync(new HttpRequestMessage(HttpMethod.Get, await PictureAsync(visitor, page)));
            answer.Status.ShouldBe(HttpStatusCode.OK, page);
            using var picture = Image.NewFromBuffer(bytes);
            picture.Getpoint(2, 2)[0].ShouldBe(colour, page);
        }
    }

    [Fact]
    public async Task Every_kind_of_page_has_a_picture_and_says_what_it_is()
    {
        await using var site = await ClubSteps.OpenWithClubAsync();
        await site.DoAsync(async db =>
        {
            var picture = await db.Pictures.SingleAsync();
            (await db.Authors.SingleAsync(a => a.Id == Newsroom.Claire.Id)).PortraitId = picture.Id;
            db.AgendaEvents.Add(new AgendaEvent { Slug = "tenir-une-regie", Kind = EventKind.Training, Title = "Tenir une régie", Summary = "Une matinée.", IsPublished = true });
            db.Announcements.Add(new Announcement { Id = 7, Kind = AnnouncementKind.Job, Title = "Une régisseuse", Organisation = "Valmorel", PublishedAt = site.Now.AddDays(-1), DeadlineAt = site.Now.AddDays(9) });
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        var picture = "/images/00000000000000000000000000000001/1280.jpg";
        foreach (var (page, kind) in new[]
        {
            ("/", "/vignettes/journal/une/"), ("/themes/", "/vignettes/journal/une/"), ("/rubriques/actualite/", "/vignettes/rubrique/actualite/"), ("/rubriques/juridique/", "/vignettes/rubrique/juridique/"),
            ("/themes/eau/", "/vignettes/theme/eau/"), ("/auteurs/claire-vasseur/", picture), ("/auteurs/yann-morel/", "/vignettes/auteur/yann-morel/"), ("/agenda/tenir-une-regie/", "/vignettes/agenda/tenir-une-regie/"),
            ("/annonces/7/une-regisseuse/", "/vignettes/annonce/7/"), ("/quiz/le-budget-communal/", "/vignettes/quiz/le-budget-communal/"), ("/textes/decret-de-la-distribution/", "/vignettes/texte/decret-de-la-distribution/"),
            ("/magazine/1/", "/vignettes/magazine/1/"), ("/dossiers/partage-de-l-eau/", "/vignettes/dossier/partage-de-l-eau/"), (ClubSteps.Path, "/vignettes/club/juridique/"),
        })
        {
            var head = (await visitor.GetAsync(page)).Document.Head!;
            head.QuerySelector("meta[property='og:site_name']")!.GetAttribute("content").ShouldBe("Le Courrier", page);
            head.QuerySelector("meta[property='og:locale']")!.GetAttribute("content").ShouldBe("fr_FR", page);
            head.QuerySelector("meta[property='og:description']")?.GetAttribute("content").ShouldBe(head.QuerySelector("meta[name=description]")!.GetAttribute("content"), page);
            var address = await PictureAsync(visitor, page);
            address.ShouldStartWith(kind, Case.Sensitive, page);
            if (address != picture)
            {
                (await visitor.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, $"{page}: the card says what the page says");
            }
        }
    }

    [Fact]
    public async Task Cards_are_drawn_once_and_no_address_has_another_drawn()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var address = await PictureAsync(visitor, Free);
        var cards = site.Services.GetRequiredService<ShareCards>();
        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => visitor.GetAsync($"{address}?{n}=<b>&width=9000")));
        asked.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        cards.Drawn.ShouldBe(1);
        foreach (var other in new[] { "/vignettes/article/1/00000000000000000000000000000000.png", "/vignettes/article/1/x", "/vignettes/article/01/x.png" })
        {
            (await visitor.GetAsync(other)).Location.ShouldBe(address, other);
        }

        string[] nowhere = ["article/4/x.png", "article/5/x.png", "article/6/x.png", "article/999/x.png", "article/-1/x.png", "article/99999999999999999999/x.png", "dossier/inconnu/x.png", "club/juridique/x.png", "theme/inconnu/x.png", "journal/deux/x.png", "rubrique/inconnue/x.png", "auteur/inconnu/x.png", "agenda/x/x.png", "annonce/1/x.png", "annonce/01/x.png", "quiz/x/x.png", "texte/x/x.png", "magazine/2/x.png", "magazine/-1/x.png", "autre/eau/x.png", "..%2F..%2Fgazetier.db/1/x.png"];
        foreach (var path in nowhere)
        {
            (await visitor.GetAsync(ShareCard.Root + path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        cards.Drawn.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_headline_is_a_new_card_and_a_withdrawn_article_has_none()
    {
        await using var site = await Site.OpenAsync();
        using var visitor = site.Visitor();
        var before = await PictureAsync(visitor, Free);
        (await visitor.GetAsync(before)).Status.ShouldBe(HttpStatusCode.OK);
        await ChangeAsync(site, article => article.Headline = "L’eau devient rare");
        var after = await PictureAsync(visitor, Free);
        after.ShouldNotBe(before);
        (await visitor.GetAsync(before)).Location.ShouldBe(after);
        await ChangeAsync(site, article => article.Status = ArticleStatus.Withdrawn);
        (await visitor.GetAsync(after)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync(before)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_sent_away()
    {
        await using var site = await Site.OpenAsync();
        var cards = site.Services.GetRequiredService<ShareCards>();
        var imprint = new Imprint { Name = "Le Courrier" };
        var asked = await Task.WhenAll(Enumerable.Range(0, ShareCards.MaxWaiting * 3).Select(n => cards.FindOrDrawAsync(ShareCard.Of(ShareCard.Article, "1", "", $"Titre {n}", imprint, null), CancellationToken.None).AsTask()));
        asked.Count(path => path is not null).ShouldBeInRange(ShareCards.MaxWaiting, (ShareCards.MaxWaiting * 3) - 1);
        asked.OfType<string>().ShouldAllBe(path => File.Exists(path));
    }

    private static async Task<string> PictureAsync(Browser visitor, string page) =>
        new Uri((await visitor.GetAsync(page)).Document.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).AbsolutePath;

    private static async Task ChangeAsync(Site site, Action<Article> change)
    {
        await site.DoAsync(async db =>
        {
            change(await db.Articles.SingleAsync(a => a.Id == Newsroom.Free));
            db.Append(site.Now, "article.changed", ArticleTags.Article(Newsroom.Free));
            await db.SaveChangesAsync();
        });
        await site.FollowChangesAsync();
    }
}

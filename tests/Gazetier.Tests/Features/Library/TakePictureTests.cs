using System.Net;
using System.Text;
using System.Text.Json;
using Gazetier.Features.Accounts;
using Gazetier.Tests.Features.Pictures;
using Microsoft.EntityFrameworkCore;
using NetVips;
using Shouldly;

namespace Gazetier.Tests.Features.Library;

public class TakePictureTests
{
    [Fact]
    public async Task A_picture_is_kept_with_what_is_said_of_it()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.SendFileAsync("/redaction/images", "lavoir.jpg", Made.Jpeg(800, 600), false, ("credit", "Zoë  Morel"), ("alt", "Un lavoir"), ("legende", "Lundi."));
        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        var picture = await site.DoAsync(db => db.Pictures.SingleAsync(p => p.AlternativeText == "Un lavoir"));
        (picture.Credit, picture.Caption, picture.Width, picture.IsMachineMade).ShouldBe(("Zoë Morel", "Lundi.", 800, false));
        answer.Location.ShouldBe($"/redaction/images/{picture.Id}?fait=gardee");
        (await ines.GetAsync(answer.Location!)).Text("[role=status]").ShouldContain("gardée");
        (await site.DoAsync(db => db.Acts.SingleAsync(a => a.What == "picture.kept"))).ByName.ShouldBe("Inès");
    }

    [Fact]
    public async Task A_script_is_answered_in_its_own_language()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var kept = Json(await ines.SendFileAsync("/redaction/images", "a.png", Made.Png(640, 400), true, ("credit", "Zoë"), ("alt", "Un lavoir")));
        var key = kept.GetProperty("key").GetString()!;
        kept.GetProperty("src").GetString().ShouldBe($"/images/{key}/640.jpg");
        (kept.GetProperty("width").GetInt32(), kept.GetProperty("height").GetInt32()).ShouldBe((640, 400));
        (kept.GetProperty("alt").GetString(), kept.GetProperty("credit").GetString(), kept.GetProperty("caption").GetString()).ShouldBe(("Un lavoir", "Zoë", ""));
        kept.GetProperty("id").GetGuid().ShouldNotBe(Guid.Empty);

        var refused = await ines.SendFileAsync("/redaction/images", "a.jpg", "non"u8.ToArray(), true, ("credit", "Zoë"), ("alt", "x"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Json(refused).GetProperty("errors").GetProperty("file").GetString()!.ShouldContain("n’est pas une image");
        var silent = Json(await ines.SendFileAsync("/redaction/images", "b.png", Made.Png(64, 40), true));
        silent.GetProperty("errors").GetProperty("alt").GetString()!.ShouldContain("décorative");
        // An empty text that is sent on purpose says that it is a decoration.
        Json(await ines.SendFileAsync("/redaction/images", "c.png", Made.Png(64, 41), true, ("credit", "Zoë"), ("alt", ""))).GetProperty("isDecorative").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_without_script_says_what_is_missing_beside_its_field()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var answer = await ines.SendFileAsync("/redaction/images", "a.png", Made.Png(64, 40), false, ("alt", "Un lavoir"), ("credit", " "));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text(".error-summary").ShouldContain("qui a fait l’image");
        answer.Document.QuerySelector("#credit")!.GetAttribute("aria-invalid").ShouldBe("true");
        answer.Text("#alt").ShouldBe("Un lavoir");
        (await ines.PostAsync("/redaction/images", ("credit", "Zoë"))).Text(".error-summary").ShouldContain("Choisissez une image");
        (await ines.SendFileAsync("/redaction/images", "a.png", Made.Png(64, 40), false, ("credit", new string('x', 300)))).Text(".error-summary").ShouldContain("200 signes");
    }

    [Fact]
    public async Task What_is_left_out_is_taken_from_the_file()
    {
        await using var site = await Site.OpenAsync();
        using var ines = await site.SignInAsync(Newsroom.Ines);
        var content = Said();
        var read = Json(await ines.SendFileAsync("/redaction/images/lire", "a.jpg", content, true));
        read.GetProperty("credit").GetString().ShouldBe("Zoë Morel / Agence du Nord");
        read.GetProperty("alt").GetString().ShouldBe("Un lavoir sous la neige");
        read.GetProperty("isMachineMade").GetBoolean().ShouldBeTrue();
        (await site.DoAsync(db => db.Pictures.CountAsync(p => p.Width == 300))).ShouldBe(0, "reading keeps nothing");

        (await ines.SendFileAsync("/redaction/images", "a.jpg", content)).Status.ShouldBe(HttpStatusCode.Redirect);
        var picture = await site.DoAsync(db => db.Pictures.SingleAsync(p => p.Width == 300));
        (picture.Credit, picture.Caption, picture.Origin).ShouldBe(("Zoë Morel / Agence du Nord", "La fontaine, & la neige", "https://agence.example/droits"));
        picture.Rights.ShouldBe("© Agence du Nord, tous droits réservés");
        picture.IsMachineMade.ShouldBeTrue();
    }

    [Fact]
    public async Task A_journalist_keeps_pictures_and_a_moderator_does_not()
    {
        await using var site = await Site.OpenAsync();
        await site.EmployLouAsync(StaffRole.Journalist);
        using var lou = await site.SignInAsync(Newsroom.Lou);
        (await lou.GetAsync("/redaction/images")).Status.ShouldBe(HttpStatusCode.OK);
        (await lou.GetAsync("/redaction/images/choix?q=")).Status.ShouldBe(HttpStatusCode.OK);
        await site.EmployLouAsync(StaffRole.Moderator);
        using var moderator = await site.SignInAsync(Newsroom.Lou);
        (await moderator.GetAsync("/redaction/images")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await moderator.SendFileAsync("/redaction/images", "a.png", Made.Png(64, 40), true, ("credit", "x"), ("alt", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await moderator.SendFileAsync("/redaction/images/lire", "a.png", Made.Png(64, 40), true)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await moderator.GetAsync("/redaction/images/choix?q=")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Body).RootElement;

    private static byte[] Said() => Made.Gradient(300, 200, image =>
    {
        const string packet = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
             xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
            <rdf:Description rdf:about="" photoshop:Credit="Agence du Nord" xmpRights:WebStatement="https://agence.example/droits"
             ext:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia">
            <dc:creator><rdf:Seq><rdf:li>Zoë Morel</rdf:li></rdf:Seq></dc:creator>
            <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Agence du Nord, tous droits réservés</rdf:li><rdf:li xml:lang="en">All rights reserved</rdf:li></rdf:Alt></dc:rights>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">La fontaine, &amp; la neige</rdf:li></rdf:Alt></dc:description>
            <core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Un lavoir sous la neige</rdf:li></rdf:Alt></core:AltTextAccessibility>
            </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
            """;
        using var tagged = image.Mutate(m => m.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(packet)));
        return tagged.JpegsaveBuffer();
    });
}

using Gazetier.Features.Figures;
using Shouldly;

namespace Gazetier.Tests.Features.Figures;

public class ReferrerTests
{
    [Theory]
    [InlineData(null, ReferrerKind.Direct, "")]
    [InlineData("", ReferrerKind.Direct, "")]
    [InlineData("about:blank", ReferrerKind.Direct, "")]
    [InlineData("https://", ReferrerKind.Direct, "")]
    [InlineData("https://journal.example:8080/themes/eau/", ReferrerKind.Ours, "journal.example:8080")]
    [InlineData("https://journal.example/", ReferrerKind.Other, "journal.example")]
    [InlineData("https://www.google.fr/search?q=secret", ReferrerKind.Search, "google.fr")]
    [InlineData("https://news.google.com", ReferrerKind.Search, "news.google.com")]
    [InlineData("https://lite.DuckDuckGo.com/", ReferrerKind.Search, "lite.DuckDuckGo.com")]
    [InlineData("https://fr.search.yahoo.com/", ReferrerKind.Search, "fr.search.yahoo.com")]
    [InlineData("https://l.facebook.com/", ReferrerKind.Social, "l.facebook.com")]
    [InlineData("android-app://com.linkedin.android/", ReferrerKind.Social, "com.linkedin.android")]
    [InlineData("https://mail.google.com/", ReferrerKind.Mail, "mail.google.com")]
    [InlineData("https://webmail.mairie.example/", ReferrerKind.Mail, "webmail.mairie.example")]
    [InlineData("https://www.mairie.example:444/page", ReferrerKind.Other, "mairie.example")]
    [InlineData("https://notfacebook.com/", ReferrerKind.Other, "notfacebook.com")]
    [InlineData("https://localhost", ReferrerKind.Other, "localhost")]
    public void A_referrer_is_no_more_than_a_kind_and_a_host(string? referrer, ReferrerKind kind, string host)
    {
        Referrer.Of(referrer, "journal.example:8080", out var found).ShouldBe(kind);
        found.ToString().ShouldBe(host);
    }

    [Theory]
    [InlineData("mairie.example", true)]
    [InlineData("localhost", false)]
    [InlineData("a b.example", false)]
    [InlineData("<b>.example", false)]
    [InlineData("nom@mairie.example", false)]
    public void Only_a_name_is_named(string host, bool isName) => Referrer.IsHostName(host).ShouldBe(isName);

    [Fact]
    public void A_host_that_is_too_long_is_not_named() => Referrer.IsHostName(new string('a', 100) + ".example").ShouldBeFalse();

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", false)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", false)]
    [InlineData(Reading.Firefox, false)]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)", true)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36", true)]
    [InlineData("WhatsApp/2.23.20.0", true)]
    [InlineData("python-requests/2.32", true)]
    [InlineData(null, true)]
    public void Robots_say_who_they_are(string? agent, bool isRobot) => KnownRobot.Is(agent).ShouldBe(isRobot);
}

using CsCheck;
using Gazetier.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shouldly;

namespace Gazetier.Tests.Web;

public class CookieHeaderTests
{
    [Theory]
    [InlineData("session=abc", "abc")]
    [InlineData("langue=en; session=abc; autre=1", "abc")]
    [InlineData("langue=en;session=abc=", "abc=")]
    [InlineData("session=premier; session=dernier", "dernier")]
    [InlineData("Session=abc", null)]
    [InlineData("ma-session=abc", null)]
    [InlineData("session2=abc", null)]
    [InlineData("session", null)]
    [InlineData("session=", null)]
    [InlineData(";;; ;", null)]
    [InlineData("", null)]
    public void One_cookie_is_found_among_all(string header, string? value) =>
        CookieHeader.Find(header, "session").ShouldBe(value);

    [Fact]
    public void Nothing_is_found_where_there_is_no_header() => CookieHeader.Find(StringValues.Empty, "session").ShouldBeNull();

    [Fact]
    public void It_finds_what_the_framework_finds() =>
        Gen.Select(Gen.OneOf(Gen.Const("session"), Gen.Const("langue"), Gen.Const("sessions")), Gen.String[Gen.Char.AlphaNumeric, 1, 9]).Array[0, 5].Sample(pairs =>
        {
            var context = new DefaultHttpContext();
            context.Request.Headers.Cookie = string.Join("; ", pairs.Select(pair => $"{pair.Item1}={pair.Item2}"));
            return CookieHeader.Find(context.Request.Headers.Cookie, "session") == context.Request.Cookies["session"];
        });
}

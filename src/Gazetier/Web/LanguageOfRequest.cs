namespace Gazetier.Web;

public static class LanguageOfRequest
{
    /// <summary>Set only when a reader asks for English: the one cookie besides the session's.</summary>
    public const string Cookie = "langue";

    /// <summary>The language of the screens for this request: the class that it was given.</summary>
    public static Language Language(this HttpContext context) => context.Features.Get<SpokenLanguage>()?.Language ?? Web.Language.French;

    /// <summary>"fr" or "en", for <c>lang</c>.</summary>
    public static string Code(this Language language) => language == Web.Language.English ? "en" : "fr";

    public static Language FromCode(string? code) => code == "en" ? Web.Language.English : Web.Language.French;
}

/// <summary>What was decided for this request.</summary>
public sealed record SpokenLanguage(Language Language);

/// <summary>
/// The same for what is made by the request's services, <see cref="Locales.Phrases"/>: French until the request is known
/// to need a page made. An <c>IHttpContextAccessor</c> would be paid for by each page that is kept, which needs none.
/// </summary>
public sealed class LanguageOfScope
{
    public Language Language { get; set; }
}

using System.Globalization;
using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gazetier.Features.Settings.Newsroom;

/// <summary>The fields of the settings.</summary>
public sealed class ImprintForm
{
    public const int LongestLine = 200;
    public const int LongestText = 1_000;

    [FromForm(Name = "nom")]
    public string? Name { get; set; }

    [FromForm(Name = "devise")]
    public string? Tagline { get; set; }

    [FromForm(Name = "editeur")]
    public string? Publisher { get; set; }

    [FromForm(Name = "directeur")]
    public string? PublicationDirector { get; set; }

    [FromForm(Name = "redacteur")]
    public string? EditorInChief { get; set; }

    [FromForm(Name = "hebergeur")]
    public string? Host { get; set; }

    [FromForm(Name = "email")]
    public string? ContactEmail { get; set; }

    [FromForm(Name = "telephone")]
    public string? ContactPhone { get; set; }

    [FromForm(Name = "postale")]
    public string? PostalAddress { get; set; }

    [FromForm(Name = "issn")]
    public string? Issn { get; set; }

    [FromForm(Name = "cppap")]
    public string? Cppap { get; set; }

    [FromForm(Name = "cppap-du")]
    public string? CppapFrom { get; set; }

    [FromForm(Name = "cppap-au")]
    public string? CppapUntil { get; set; }

    [FromForm(Name = "avis")]
    public string? Notice { get; set; }

    [FromForm(Name = "fuseau")]
    public string? TimeZone { get; set; }

    /// <summary>In percent.</summary>
    [FromForm(Name = "part")]
    public int? OpenPercent { get; set; }

    [FromForm(Name = "couleur")]
    public string? Accent { get; set; }

    public static ImprintForm Of(Imprint imprint) => new()
    {
        Name = imprint.Name,
        Tagline = imprint.Tagline,
        Publisher = imprint.Publisher,
        PublicationDirector = imprint.PublicationDirector,
        EditorInChief = imprint.EditorInChief,
        Host = imprint.Host,
        ContactEmail = imprint.ContactEmail,
        ContactPhone = imprint.ContactPhone,
        PostalAddress = imprint.PostalAddress,
        Issn = imprint.Issn,
        Cppap = imprint.Cppap,
        CppapFrom = imprint.CppapFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CppapUntil = imprint.CppapUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Notice = imprint.Notice,
        TimeZone = imprint.TimeZone,
        OpenPercent = (int)Math.Round(imprint.OpenShare * 100),
        Accent = imprint.Accent,
    };

    /// <summary>Says in <paramref name="state"/> what is wrong.</summary>
    public void Check(ModelStateDictionary state, Phrases t)
    {
        Limit("nom", Name, Line(Name).Length == 0 ? 0 : LongestLine, t["Donnez un nom, de {0} signes au plus.", LongestLine]);
        foreach (var (field, text) in new[] { ("devise", Tagline), ("directeur", PublicationDirector), ("redacteur", EditorInChief), ("telephone", ContactPhone), ("issn", Issn), ("cppap", Cppap) })
        {
            Limit(field, text, LongestLine);
        }

        foreach (var (field, text) in new[] { ("editeur", Publisher), ("hebergeur", Host), ("postale", PostalAddress), ("avis", Notice) })
        {
            Limit(field, text, LongestText);
        }

        Wrong("email", Line(ContactEmail).Length > 0 && EmailAddress.Read(Line(ContactEmail)) is null, t["Écrivez une adresse e-mail complète, comme nom@exemple.fr."]);
        Wrong("cppap-du", Line(CppapFrom).Length > 0 && LocalMoment.ReadDay(CppapFrom) is null, t["Écrivez un jour, comme 2026-11-23."]);
        Wrong("cppap-au", Line(CppapUntil).Length > 0 && (LocalMoment.ReadDay(CppapUntil) is not { } last || last < LocalMoment.ReadDay(CppapFrom)), t["Écrivez un jour, comme 2026-11-23, qui ne vient pas avant le premier."]);
        Wrong("fuseau", !IsZone(TimeZone), t["Choisissez un fuseau de la liste."]);
        Wrong("part", OpenPercent is null or < 0 or > 90, t["Entre 0 et 90 %."]);
        Wrong("couleur", Line(Accent).Length > 0 && Newspaper.Accent.Parse(Line(Accent)) is null, t["Écrivez une couleur comme #a3241b, ou rien."]);

        void Limit(string field, string? text, int longest, string? sentence = null) =>
            Wrong(field, longest == 0 || text?.Length > longest, sentence ?? t["{0} signes au plus, ici {1}.", longest, text?.Length ?? 0]);

        void Wrong(string field, bool isWrong, string sentence)
        {
            if (isWrong && state.GetFieldValidationState(field) != ModelValidationState.Invalid)
            {
                state.AddModelError(field, sentence);
            }
        }
    }

    /// <summary>After <see cref="Check"/>.</summary>
    public void CopyTo(Imprint imprint)
    {
        imprint.Name = Line(Name);
        imprint.Tagline = Line(Tagline);
        imprint.Publisher = Lines(Publisher);
        imprint.PublicationDirector = Line(PublicationDirector);
        imprint.EditorInChief = Line(EditorInChief);
        imprint.Host = Lines(Host);
        imprint.ContactEmail = Line(ContactEmail);
        imprint.ContactPhone = Line(ContactPhone);
        imprint.PostalAddress = Lines(PostalAddress);
        imprint.Issn = Line(Issn);
        imprint.Cppap = Line(Cppap);
        imprint.CppapFrom = LocalMoment.ReadDay(CppapFrom);
        imprint.CppapUntil = LocalMoment.ReadDay(CppapUntil);
        imprint.Notice = Line(Notice);
        imprint.TimeZone = TimeZone!;
        imprint.OpenShare = OpenPercent!.Value / 100d;
        imprint.Accent = Newspaper.Accent.Parse(Line(Accent))?.ToString() ?? "";
    }

    /// <summary>"6,9", or nothing where there is no colour.</summary>
    public string? Contrast(CultureInfo culture) =>
        Newspaper.Accent.Parse(Accent)?.ContrastWith(Newspaper.Accent.Paper).ToString("0.0", culture);

    public bool IsTooLight => Newspaper.Accent.Parse(Accent) is { } accent && accent.ContrastWith(Newspaper.Accent.Paper) < Newspaper.Accent.Readable;

    private static bool IsZone(string? id) => id is not null && TimeZoneInfo.GetSystemTimeZones().Any(zone => zone.Id == id);

    private static string Line(string? text) => Printable.Line(text ?? "");

    private static string Lines(string? text) => Printable.Only(text ?? "").ReplaceLineEndings("\n").Trim();
}
